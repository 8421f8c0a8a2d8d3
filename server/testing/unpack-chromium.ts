import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";

/** Runs in a process of its own: the package unpacks into the folder for temporary files, which TMPDIR names. */
const archives = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../bin");
for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) await inflate(join(archives, name));
