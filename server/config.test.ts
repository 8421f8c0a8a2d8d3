import { test } from "node:test";
import assert from "node:assert/strict";
import { ConfigError, readConfig } from "./config.ts";

test("without settings the service has its own database and shows the demo", () => {
  const config = readConfig({});
  assert.equal(config.port, 8787);
  assert.deepEqual(config.demo, { port: 8788 });
  assert.equal(config.databaseUrl, undefined);
});

test("a setting that is empty counts as left out", () => {
  assert.equal(readConfig({ PORT: "", DATABASE_URL: "" }).port, 8787);
});

test("the public address loses the slash at its end", () => {
  assert.equal(readConfig({ PUBLIC_URL: "https://events.test/" }).publicUrl, "https://events.test");
});

for (const [name, value] of Object.entries({
  PORT: "many", DEMO_PORT: "70000", DEMO: "perhaps", DATABASE_URL: "mysql://localhost/x", PUBLIC_URL: "events.test", EMBED_ORIGINS: "https://good.test https://bad.test/path",
})) {
  test(`a wrong ${name} is told in one line that names it and not its value`, () => {
    assert.throws(() => readConfig({ [name]: value }), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, new RegExp(`^The setting ${name} is not right: use .+\\.$`));
      assert.ok(!error.message.includes(value));
      return true;
    });
  });
}

test("two parts cannot share a port", () => {
  assert.throws(() => readConfig({ PORT: "9000", DEMO_PORT: "9000" }), ConfigError);
});
