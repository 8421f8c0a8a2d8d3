/** A file that cannot be read at all, so that nothing of it was written; told in one line that says what to change. */
export class UnreadableFileError extends Error {
  override name = "UnreadableFileError";
}
