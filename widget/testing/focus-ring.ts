import type { Locator, Page } from "playwright-core";

const ROOM = 10;

/** Pictures of an element and of what is around it, without the focus and with it, as base64. */
async function pictures(page: Page, element: Locator): Promise<readonly [string, string]> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("What is to be focused is not to be seen");
  const clip = { x: Math.max(0, box.x - ROOM), y: Math.max(0, box.y - ROOM), width: box.width + 2 * ROOM, height: box.height + 2 * ROOM };
  const picture = async () => (await page.screenshot({ clip, animations: "disabled" })).toString("base64");
  await element.blur();
  const without = await picture();
  await element.focus();
  return [without, await picture()];
}

/**
 * How much of the picture of an element changes by at least 3 to 1 when it gets the focus, as a share of the area of a line of 2 pixels
 * around it (WCAG 2.2 criteria 1.4.11 and 2.4.13). The focus counts as moved by the keyboard when the last
 * thing that was done before was a press of a key.
 */
export async function focusRing(page: Page, element: Locator): Promise<number> {
  const shots = await pictures(page, element);
  const box = await element.boundingBox();
  const changed = await page.evaluate(async (images) => {
    const pixels = async (base64: string) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
      brush?.drawImage(image, 0, 0);
      return brush?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    };
    const channel = (value = 0) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    // Relative luminance, as WCAG 2.2 defines it.
    const light = (data: Uint8ClampedArray, at: number) => 0.2126 * channel(data[at]) + 0.7152 * channel(data[at + 1]) + 0.0722 * channel(data[at + 2]);
    const [before, after] = [await pixels(images[0]), await pixels(images[1])];
    let count = 0;
    for (let at = 0; at < after.length; at += 4) {
      const [one, other] = [light(before, at), light(after, at)];
      if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) count++;
    }
    return count;
  }, shots);
  return box ? changed / (4 * (box.width + box.height)) : 0;
}
