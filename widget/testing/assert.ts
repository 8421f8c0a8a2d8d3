/** The few checks that the browser tests need; `node:assert` is not to be had in a browser. */
export function ok(value: unknown, message = "expected something"): asserts value {
  if (!value) throw new Error(message);
}

export function equal<Value>(actual: Value, expected: Value, message = ""): void {
  if (!Object.is(actual, expected)) throw new Error(`${message} expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

export function same(actual: unknown, expected: unknown, message = ""): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}
