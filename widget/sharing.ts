import type { ReactiveControllerHost } from "lit";

/** A browser may have no clipboard (a page without encryption, a frame), and may refuse it. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

/** The older way, which works on intranets without encryption too. It leaves the text chosen. */
function isCopiedFrom(field: HTMLTextAreaElement): boolean {
  field.select();
  return document.execCommand("copy");
}

/** Passing an event on by the means of the device. */
export class Sharing {
  /** What was copied last, and whether that went well. */
  last: { readonly id: string; readonly text: string; readonly isCopied: boolean } | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Where no way to the clipboard is to be had, the text is chosen, so that a person can copy it. */
  async copy(id: string, field: HTMLTextAreaElement): Promise<boolean> {
    const text = field.value;
    const isDone = (await isCopied(text)) || isCopiedFrom(field);
    this.last = { id, text, isCopied: isDone };
    this.#host.requestUpdate();
    return isDone;
  }

  /** A person who thinks better of it is no failure. */
  async share(data: ShareData): Promise<void> {
    try {
      await navigator.share(data);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}
