import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { ServerProcess } from "./child.ts";
import { run } from "./load.ts";

export interface Measured {
  /** Answers a second. */
  rate: number;
  /** Processor time of the server for each answer, in microseconds. */
  cpu: number;
}

export interface Comparison {
  service: Measured;
  baseline: Measured;
}

const ROUNDS = 5;
const ROUND_MS = 1_000;
const CONNECTIONS = 16;

export interface Request {
  path: () => string;
  headers?: Record<string, string>;
}

async function measure(server: ServerProcess, { path, headers }: Request): Promise<Measured> {
  const before = await server.usage();
  const started = performance.now();
  const answers = await run({ port: server.port, path, ...(headers && { headers }), connections: CONNECTIONS, milliseconds: ROUND_MS });
  const seconds = (performance.now() - started) / 1000;
  return { rate: answers / seconds, cpu: ((await server.usage()).cpu - before.cpu) / answers };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function middle(rounds: Measured[]): Measured {
  return { rate: median(rounds.map(({ rate }) => rate)), cpu: median(rounds.map(({ cpu }) => cpu)) };
}

/** The answer as it goes over the wire, still compressed. */
async function rawAnswer(port: number, { path, headers }: Request): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const request = get({ port, path: path(), ...(headers && { headers }), agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const { connection: _connection, "keep-alive": _keepAlive, date: _date, ...kept } = response.headers as Record<string, string>;
  return { status: response.statusCode ?? 0, headers: kept, body: await buffer(response) };
}

/** A bare `node:http` server that sends the very bytes and headers of an answer of the service. */
async function baselineFor(service: ServerProcess, request: Request): Promise<ServerProcess> {
  const { body, ...answer } = await rawAnswer(service.port, request);
  return ServerProcess.start("./baseline-server.ts", { ...answer, body: answer.status === 304 ? undefined : body });
}

/** Measures the service and a bare server with the same bytes by turns, so that the machine's moods meet both alike. */
export async function compare(service: ServerProcess, request: Request): Promise<Comparison> {
  const baseline = await baselineFor(service, request);
  const rounds: { service: Measured[]; baseline: Measured[] } = { service: [], baseline: [] };
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const measured = { service: await measure(service, request), baseline: await measure(baseline, request) };
      if (round === 0) continue;
      rounds.service.push(measured.service);
      rounds.baseline.push(measured.baseline);
    }
  } finally {
    await baseline.stop();
  }
  return { service: middle(rounds.service), baseline: middle(rounds.baseline) };
}
