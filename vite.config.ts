import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/**
 * Takes the indentation out of HTML and CSS templates. In code that is minified already, a line break with spaces after it stands
 * nowhere else; and in both languages any white space is as good as a line break.
 */
const closeTemplates: Plugin = {
  name: "close-templates",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = file.code.replace(/\n {2,}/g, "\n");
  },
};

/** Takes out of the finder's style sheets what no browser reads. */
const closeStyles: Plugin = {
  name: "close-styles",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("/widget/styles/")) return undefined;
    const closed = (sheet: string) =>
      sheet.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1").replace(/: /g, ":").replaceAll(";}", "}");
    return { code: code.replace(/css`([^`]*)`/g, (_, sheet: string) => `css\`${closed(sheet)}\``), map: null };
  },
};

/** Makes an import at some later time one at the start: a bundler that keeps both in one file wraps every module, one kilobyte in all. */
const importAtStart: Plugin = {
  name: "import-at-start",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("/widget/")) return undefined;
    const starts: string[] = [];
    const body = code.replace(/\bimport\(("[^"]+")\)/g, (_, path: string) => `Promise.resolve(start${starts.push(path)})`);
    return { code: starts.map((path, index) => `import * as start${index + 1} from ${path};\n`).join("") + body, map: null };
  },
};

/** The finder that other sites embed: one entry with a fixed name, and chunks that are fetched when they are needed. */
const widget: UserConfig = {
  plugins: [closeStyles, closeTemplates],
  build: {
    target: "es2022",
    outDir: "dist/widget/v1",
    emptyOutDir: true,
    modulePreload: false,
    lib: { entry: "widget/define.ts", formats: ["es"], fileName: () => "hwbe-finder.js" },
    rolldownOptions: {
      // What the chunks share stays in the entry: a chunk of its own would cost the first view one more round trip.
      preserveEntrySignatures: "allow-extension",
      output: { minify: true, chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
};

/** The finder as one file that fetches no other script, for sites that pin a version by its integrity. */
const single: UserConfig = {
  plugins: [importAtStart, closeStyles, closeTemplates],
  build: {
    target: "es2022",
    outDir: "dist/widget/single",
    emptyOutDir: true,
    modulePreload: false,
    lib: { entry: "widget/define-single.ts", formats: ["es"], fileName: () => "hwbe-finder.js" },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
};

/** The styles of the service's own pages, and the script that does some work for a form. */
const pages: UserConfig = {
  build: {
    target: "es2022",
    outDir: "dist/pages",
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        pages: "server/pages/styles/pages.scss",
        "embed-styles": "server/pages/styles/embed.css",
        embed: "server/pages/scripts/embed.ts",
        "proof-of-work": "server/pages/scripts/proof-of-work.ts",
        snippet: "server/pages/scripts/snippet.ts",
      },
      // Sass takes what it takes: nobody who starts the service needs to hear of it.
      checks: { pluginTimings: false },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
};

/** The finder as modules for applications, which bring Lit and fuse.js by themselves. */
const packaged: UserConfig = {
  build: {
    target: "es2022",
    minify: false,
    lib: { entry: { index: "widget/define.ts", "hwbe-finder": "widget/hwbe-finder.ts" }, formats: ["es"] },
    rolldownOptions: { external: /^(?:lit|@lit\/task|fuse\.js)(?:\/|$)/, output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" } },
  },
};

/** The applications of the demonstration, which use those modules. */
const demo: UserConfig = {
  base: "/apps/",
  resolve: { alias: { "hwbe-finder": fileURLToPath(new URL("dist/modules/index.js", import.meta.url)) } },
  define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
  build: {
    target: "es2022",
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: { input: { react: "demo/apps/react.ts", vue: "demo/apps/vue.ts" }, output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" } },
  },
};

const MODES: Readonly<Record<string, UserConfig>> = { widget, single, pages, package: packaged, demo };

export default defineConfig(({ mode }) => ({ publicDir: false, clearScreen: false, ...(MODES[mode] ?? widget) }));
