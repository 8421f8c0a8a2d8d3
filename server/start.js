import "./require-node.js";

await import(process.argv.includes("--dev") ? "./dev.ts" : "./main.ts");
