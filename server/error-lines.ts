/** The causes of an error, outermost first. */
function* chain(error: unknown): Generator<Error> {
  for (let next = error; next instanceof Error; next = next.cause) yield next;
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? ` (${code})` : "";
}

/**
 * What a log may hold of an error: its kind, its code, and where in the code it was thrown. Messages are left out, as some quote
 * what a person has typed: those of JSON.parse and of PostgreSQL do.
 */
export function errorLines(error: unknown): string {
  const errors = [...chain(error)];
  if (errors.length === 0) return "something that is no error";
  return errors.map((one) => {
    const places = (one.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
    return [`${one.name}${codeOf(one)}`, ...places].join("\n");
  }).join("\ncaused by ");
}
