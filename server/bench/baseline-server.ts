import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { answerQuestions } from "./child.ts";

interface Setup {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
}

const [{ status, headers, body }] = (await once(process, "message")) as [Setup];
const bytes = body && Buffer.from(body);
const server = createServer((_request, response) => {
  response.writeHead(status, headers).end(bytes);
});
await once(server.listen(0, "127.0.0.1"), "listening");
answerQuestions((server.address() as AddressInfo).port, async () => {
  server.closeAllConnections();
  server.close();
});
