import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { startRunningDemo, type RunningDemo } from "../../../demo/testing/running-demo.ts";
import { finderOn, visit } from "../../../demo/testing/finder.ts";
import { PASSWORD, startWordPress, type WordPress } from "./wordpress.ts";

/** The plugin in a real WordPress, from activating it to deleting it: each test goes on where the one before stopped. */
const source = process.env["WORDPRESS_DIR"];
const HOSTILE = `"><script>document.title="taken"</script>`;
let wordpress: WordPress;
let demo: RunningDemo;
let admin: Page;

before(async () => {
  if (!source) throw new Error("Set WORDPRESS_DIR to a folder that holds WordPress 6.5 or later: see widget/wordpress/README.md.");
  demo = await startRunningDemo();
  wordpress = await startWordPress(source);
  console.info(`WordPress ${wordpress.version}`);
  admin = await signedIn("admin");
});
after(async () => {
  await wordpress?.stop();
  await demo?.stop();
});

async function signedIn(name: string): Promise<Page> {
  const page = await demo.page();
  await page.goto(`${wordpress.url}/wp-login.php`);
  await page.getByLabel("Username or Email Address").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log In" }).click();
  await page.locator("#wpadminbar").waitFor();
  return page;
}

async function publish(content: string): Promise<string> {
  const code = "echo wp_insert_post( wp_slash( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Events', 'post_content' => $argv[1] ) ) );";
  return `${wordpress.url}/?page_id=${await wordpress.php(code, content)}`;
}

const block = (attributes: object) => `<!-- wp:hwbe/finder ${JSON.stringify(attributes).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e")} /-->`;

const SETTINGS = "/wp-admin/options-general.php?page=hwbe-finder";

async function save(values: Record<string, string>): Promise<string> {
  await admin.goto(`${wordpress.url}${SETTINGS}`);
  for (const [label, value] of Object.entries(values)) await admin.getByLabel(label, { exact: true }).fill(value);
  await admin.locator("form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await admin.getByRole("button", { name: "Save Changes" }).click();
  return admin.locator(".notice").first().innerText();
}

const kept = async (): Promise<unknown> => JSON.parse(await wordpress.php("echo wp_json_encode( hwbe_finder_options() );"));
const optionsWith = (address: string) => ({ address, version: "", integrity: "" });

const tagIn = async (address: string) => /<hwbe-finder.*?<\/hwbe-finder>/s.exec(await (await fetch(address)).text())?.[0] ?? "";

/** What stands in the database because of the plugin. */
async function traces(): Promise<string> {
  const code = `global $wpdb;
    foreach ( $wpdb->get_col( 'show tables' ) as $table ) foreach ( $wpdb->get_results( "select * from $table", ARRAY_A ) as $row )
      if ( 'posts' !== substr( $table, -5 ) && false !== strpos( implode( ' ', array_map( 'strval', $row ) ), 'hwbe' ) ) echo $table, ' ', implode( ' ', $row ), "\\n";`;
  return wordpress.php(code);
}

test("the plugin is switched on on the Plugins page, and until it has a service visitors see nothing", async () => {
  await admin.goto(`${wordpress.url}/wp-admin/plugins.php`);
  await admin.getByRole("link", { name: "Activate Cancer Events Finder" }).click();
  await admin.getByText("Plugin activated.").waitFor();
  const address = await publish(block({}) + "[hwbe_finder]");
  assert.equal(await tagIn(address), "");
  await admin.goto(address);
  await admin.getByText("Visitors do not see this line.").first().waitFor();
});

test("the settings page takes the address of a service and refuses any other, and half of a pin", async () => {
  for (const bad of ["http://events.example", "javascript:alert(1)", "events.example", `https://events.example/${HOSTILE}`, "https://user:word@events.example", "https://events.example/?q=1"]) {
    assert.match(await save({ "Address of the service": bad }), /must start with https:\/\//, bad);
    assert.deepEqual(await kept(), optionsWith(""), bad);
  }
  assert.match(await save({ "Address of the service": `${demo.service}/` }), /Settings saved/);
  assert.deepEqual(await kept(), optionsWith(demo.service));
  assert.match(await save({ Version: "1.2.3" }), /enter both/);
  assert.match(await save({ Version: "../v1", Integrity: `sha384-${"A".repeat(64)}` }), /enter both/);
  assert.deepEqual(await kept(), optionsWith(demo.service));
});

test("a subscriber neither sees the settings nor can send any", async () => {
  const page = await signedIn("subscriber");
  const seen = await page.goto(`${wordpress.url}${SETTINGS}`);
  assert.equal(seen?.status(), 403);
  const sent = await page.request.post(`${wordpress.url}/wp-admin/options.php`, { form: { option_page: "hwbe-finder", action: "update", "hwbe_finder[address]": "https://other.example" } });
  assert.notEqual(sent.status(), 200);
  const forged = await admin.request.post(`${wordpress.url}/wp-admin/options.php`, { form: { option_page: "hwbe-finder", action: "update", "hwbe_finder[address]": "https://other.example" } });
  assert.equal(forged.status(), 403);
  assert.deepEqual(await kept(), optionsWith(demo.service));
});

test("in the editor a person chooses a topic by its name, and the published block shows its events", async () => {
  const complaints: string[] = [];
  admin.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("ERR_NAME_NOT_RESOLVED")) complaints.push(message.text());
  });
  await admin.goto(`${wordpress.url}/wp-admin/post-new.php`);
  await admin.evaluate("wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)");
  const canvas = admin.frameLocator("iframe[name=editor-canvas]");
  await canvas.getByRole("button", { name: "Add default block" }).click();
  await admin.keyboard.type("/cancer events");
  await admin.getByRole("option", { name: "Cancer events finder" }).click();
  await admin.getByRole("combobox", { name: "Topics" }).fill("fati");
  await admin.getByRole("option", { name: /^Fatigue|^Tired/ }).first().click();
  await admin.getByLabel("Colours").selectOption("nhs");
  await canvas.getByText(/^Topics: /).waitFor();
  await shot(admin, "editor");
  const content = await admin.evaluate<string>("wp.data.select('core/editor').getEditedPostContent()");
  assert.equal(content, '<!-- wp:hwbe/finder {"topic":"fatigue","theme":"nhs"} /-->');
  assert.deepEqual(complaints, []);
});

test("the block and the shortcode show events, with a theme of blocks and with a classic one", async () => {
  for (const theme of ["twentytwentyfive", "classic"]) {
    await useTheme(theme);
    for (const content of [block({ topic: "fatigue", pageSize: "5" }), "[hwbe_finder topic=\"fatigue\" page-size=\"5\"]"]) {
      const page = await demo.page({ width: 1024 });
      const finder = await visit(page, await publish(content));
      assert.ok([1, 2, 3, 4, 5].includes(await finder.titles.count()));
      assert.equal(await finder.element.getAttribute("topic"), "fatigue");
      assert.equal(await page.locator("script[src*=hwbe-finder]").count(), 1);
      await shot(page, `${theme}-${content.startsWith("[") ? "shortcode" : "block"}`);
      await page.context().close();
    }
  }
});

/** Made here, as Debian ships no classic theme. */
async function useTheme(name: string): Promise<void> {
  if (name === "classic") {
    const folder = join(wordpress.site, "wp-content/themes/classic");
    await mkdir(folder);
    await writeFile(join(folder, "style.css"), "/*\nTheme Name: Classic\n*/\n");
    await writeFile(join(folder, "index.php"), "<!doctype html><html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><body><?php the_post(); the_content(); wp_footer(); ?></body></html>\n");
  }
  await wordpress.php("switch_theme( $argv[1] );", name);
}

test("whatever stands in an attribute stays text, and no other attribute comes through", async () => {
  const attributes = { topic: HOSTILE, onclick: "alert(1)", feed: "javascript:alert(1)", lang: "en" };
  const page = await demo.page();
  const address = await publish(block(attributes));
  const { element } = await visit(page, address);
  assert.deepEqual(await element.evaluate((finder) => finder.getAttributeNames().sort()), ["lang", "topic"]);
  assert.equal(await element.getAttribute("topic"), HOSTILE);
  assert.notEqual(await page.title(), "taken");
  await page.context().close();
  const shortcode = `[hwbe_finder topic='${HOSTILE}' onclick="alert(1)" feed="javascript:alert(1)" lang="en"]`;
  assert.equal(await wordpress.php("echo do_shortcode( $argv[1] );", shortcode), await tagIn(address));
});

test("without scripts there is a link to the list of events", async () => {
  const context = await demo.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await publish(block({ topic: "fatigue" })));
  assert.equal(await page.getByRole("link", { name: "Find cancer wellbeing events" }).getAttribute("href"), `${demo.service}/events`);
  await context.close();
});

test("under a strict policy it needs the service as a source of scripts and of data, and one policy for trusted types", async () => {
  const page = await demo.page();
  const address = await publish(block({}));
  const policy = `default-src 'none'; script-src ${demo.service}; connect-src ${demo.service}; require-trusted-types-for 'script'; trusted-types lit-html`;
  const sender = join(wordpress.site, "wp-content/mu-plugins/policy.php");
  await mkdir(dirname(sender));
  await writeFile(sender, `<?php header( "Content-Security-Policy: ${policy}" );`);
  await page.addInitScript(() => addEventListener("securitypolicyviolation", ({ sourceFile, blockedURI }) => console.info(`refused ${sourceFile} ${blockedURI}`)));
  const refused: string[] = [];
  page.on("console", (message) => refused.push(message.text()));
  const finder = await visit(page, address);
  assert.ok((await finder.titles.count()) > 0);
  assert.ok(refused.some((line) => line.startsWith("refused ")), "what WordPress itself writes into the page is refused, so that the policy is in force");
  assert.deepEqual(refused.filter((line) => line.startsWith("refused ") && line.includes(demo.service)), []);
  await rm(sender);
  await page.context().close();
});

test("a pinned version comes with its integrity, and a script with other bytes is not run", async () => {
  const snippet = await (await fetch(`${demo.service}/developers/snippet?updates=pinned`)).text();
  const [, version = "", integrity = ""] = /widget\/([\d.]+)\/hwbe-finder\.js&quot;\s+integrity=&quot;([^&]+)/.exec(snippet) ?? [];
  const address = await publish(block({}));
  const page = await demo.page();
  assert.match(await save({ Version: version, Integrity: integrity }), /Settings saved/);
  await visit(page, address);
  const script = page.locator("script#hwbe-finder-js-module");
  assert.equal(await script.getAttribute("src"), `${demo.service}/widget/${version}/hwbe-finder.js`);
  assert.equal(await script.getAttribute("integrity"), integrity);
  assert.equal(await script.getAttribute("crossorigin"), "anonymous");
  await shot(admin, "settings");
  await save({ Version: version, Integrity: `sha384-${"A".repeat(64)}` });
  await page.goto(address);
  assert.equal(await page.evaluate(() => customElements.get("hwbe-finder") === undefined), true);
  assert.ok(await finderOn(page).element.getByRole("link").isVisible());
});

test("once it is deleted nothing of it is left", async () => {
  assert.match(await traces(), /hwbe_finder/);
  await wordpress.php("deactivate_plugins( 'hwbe-finder/hwbe-finder.php' ); require_once ABSPATH . 'wp-admin/includes/file.php'; if ( true !== delete_plugins( array( 'hwbe-finder/hwbe-finder.php' ) ) ) exit( 1 );");
  assert.equal(await traces(), "");
});

test("nothing was deprecated, wrong or noticed by PHP in all this", async () => {
  const log = await readFile(join(wordpress.site, "wp-content/debug.log"), "utf8");
  // It may not ask anybody for updates here, and says so.
  assert.deepEqual(log.split("\n").filter((line) => line !== "" && !line.includes("WordPress.org")), []);
});

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
