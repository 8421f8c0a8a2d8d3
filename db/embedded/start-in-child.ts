import { startEmbeddedPostgres } from "../embedded.ts";

/** For tests: starts the embedded server in a process of its own, tells its address, and stops when it is told to. */
const { url, stop } = await startEmbeddedPostgres({ dataDir: process.argv[2]!, log: () => undefined });
process.on("message", () => void stop().then(() => process.exit(0)));
process.send!({ url });
