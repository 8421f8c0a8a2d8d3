import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible } from "./testing/axe.ts";
import { finderOn } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

for (const name of ["react", "vue"]) {
  test(`an application in ${name} shows the finder of the npm package, sets a property of it and hears its events`, async () => {
    const page = await running.page({ width: 1024 });
    const problems: string[] = [];
    page.on("console", (message) => problems.push(`${message.text()} ${message.location().url}`));
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`${running.demo}/${name}`);
    const finder = finderOn(page);
    await finder.element.locator("#filters").waitFor({ state: "attached" });
    assert.equal(await finder.titles.count(), 5);
    const all = await finder.count.innerText();
    await page.getByLabel("Our team’s topic").selectOption("Tiredness");
    await page.waitForFunction((before) => document.querySelector("hwbe-finder")?.shadowRoot?.querySelector("#count")?.textContent?.trim() !== before, all);
    await finder.settled.waitFor();
    const title = await finder.titles.first().innerText();
    await finder.titles.first().click();
    await page.getByText(`You have read: ${title}`).waitFor();
    await expectAccessible(page, name);
    assert.deepEqual(problems, []);
    await page.context().close();
  });
}
