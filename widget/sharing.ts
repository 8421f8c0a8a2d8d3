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

/** Passing an event on by the means of the device. */
export class Sharing {
  /** Of which event the text was copied last, and whether that went well. */
  last: { readonly id: string; readonly isCopied: boolean } | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Where the clipboard is not to be had, the text is chosen, so that a person can copy it. */
  async copy(id: string, field: HTMLTextAreaElement): Promise<boolean> {
    this.last = { id, isCopied: await isCopied(field.value) };
    if (!this.last.isCopied) field.select();
    this.#host.requestUpdate();
    return this.last.isCopied;
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
