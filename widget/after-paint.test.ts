import { afterPaint } from "./after-paint.ts";
import { equal } from "./testing/assert.ts";
import { until } from "./testing/finder-page.ts";

describe("What waits for the first paint", () => {
  it("is done once where a tab lies in the background, and is looked at later", async () => {
    const own = window.requestAnimationFrame;
    let paint: FrameRequestCallback = () => undefined;
    window.requestAnimationFrame = (then) => {
      paint = then;
      return 0;
    };
    let calls = 0;
    afterPaint(() => calls++);
    window.requestAnimationFrame = own;
    await until(() => calls === 1, "the call");
    paint(0);
    await new Promise((resolve) => setTimeout(resolve));
    equal(calls, 1);
  });
});
