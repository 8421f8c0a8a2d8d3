import { connect, type Socket } from "node:net";

/** What one connection asks again and again. `path` may differ each time, to miss every cache. */
export interface Load {
  port: number;
  path: () => string;
  headers?: Record<string, string>;
  connections: number;
  milliseconds: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");

function requestText({ path, headers = {} }: Load): string {
  const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path()} HTTP/1.1\r\n${lines.join("")}\r\n`;
}

/** Length of head and body of a response, once its head is whole; throws on a status that is no success. */
function responseLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  if (!/^HTTP\/1\.1 (?:200|304)/.test(head)) throw new Error(`The server answered ${head.split("\r\n")[0]}`);
  return end + HEAD_END.length + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
}

function keepAsking(socket: Socket, load: Load, until: number, done: (answers: number) => void, failed: (error: Error) => void): void {
  let answers = 0;
  let received = 0;
  let expected: number | undefined;
  let head: Buffer[] = [];
  const ask = () => socket.write(requestText(load));
  socket.on("error", failed);
  socket.on("connect", ask);
  socket.on("data", (chunk) => {
    received += chunk.length;
    if (expected === undefined) {
      head.push(chunk);
      try {
        expected = responseLength(Buffer.concat(head));
      } catch (error) {
        failed(error as Error);
        socket.destroy();
        return;
      }
    }
    if (expected === undefined || received < expected) return;
    answers++;
    [received, expected, head] = [0, undefined, []];
    if (performance.now() < until) ask();
    else {
      socket.end();
      done(answers);
    }
  });
}

/** Keeps connections busy for a time. Gives the number of answers. */
export async function run(load: Load): Promise<number> {
  const until = performance.now() + load.milliseconds;
  const counts = Array.from({ length: load.connections }, () => new Promise<number>((done, failed) => {
    keepAsking(connect(load.port, "127.0.0.1"), load, until, done, failed);
  }));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
