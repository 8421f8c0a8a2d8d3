/** A tab in the background paints nothing, and still has to get ready. */
const PATIENCE_MS = 500;

/** Calls back once the browser has painted what is there now. */
export function afterPaint(then: () => void): void {
  const timer = setTimeout(then, PATIENCE_MS);
  requestAnimationFrame(() =>
    setTimeout(() => {
      clearTimeout(timer);
      then();
    }),
  );
}
