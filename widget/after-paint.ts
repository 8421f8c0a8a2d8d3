/** A tab in the background paints nothing, and still has to get ready. */
const PATIENCE_MS = 500;

/** Calls back one time, when the browser has painted what is there now. */
export function afterPaint(then: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) then();
    isDone = true;
  };
  setTimeout(once, PATIENCE_MS);
  requestAnimationFrame(() => setTimeout(once));
}
