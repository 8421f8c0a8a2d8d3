import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createApp } from "../app.ts";
import { openLiveDirectory } from "../events/live-directory.ts";
import { createRequestListener } from "../http/listener.ts";
import { answerQuestions } from "./child.ts";
import { sendHosted, takeHostedFiles } from "./hosted-files.ts";

interface Setup {
  databaseUrl: string;
  copyFile: string;
  assetsDir: string;
}

const [{ databaseUrl, copyFile, assetsDir }] = (await once(process, "message")) as [Setup];
const baseUrl = "http://localhost:8787";
const log = (line: string) => process.stderr.write(`${line}\n`);
const directory = await openLiveDirectory({ databaseUrl, copyFile, baseUrl, log });
const { app, cache } = createApp({ directory, baseUrl, assetsDir, log });
const listener = createRequestListener(app, cache, () => directory.staleSince() !== undefined);
const server = createServer((request, response) => {
  if (!sendHosted(request, response)) listener(request, response);
});
takeHostedFiles();
await once(server.listen(0, "127.0.0.1"), "listening");
answerQuestions((server.address() as AddressInfo).port, async () => {
  server.closeAllConnections();
  server.close();
  await directory.close();
});
