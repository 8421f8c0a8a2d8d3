import type { Comparison } from "./compare.ts";

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const milliseconds = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** How the service compares to a bare server with the same bytes: answers a second, and processor time an answer. */
export function comparisonLine(name: string, { service, baseline }: Comparison): string {
  const rate = `${Math.round(service.rate)}/s, ${Math.round((100 * service.rate) / baseline.rate)} % of a bare node:http (${Math.round(baseline.rate)}/s)`;
  const cpu = `processor ${service.cpu.toFixed(0)} µs, ${(service.cpu / baseline.cpu).toFixed(2)} × (${baseline.cpu.toFixed(0)} µs)`;
  return `  ${name.padEnd(28)} ${rate}; ${cpu}`;
}
