import { html, nothing, type TemplateResult } from "lit";
import type { Sharing } from "../sharing.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

export interface CopyField {
  /** One for each text in a finder. */
  readonly id: string;
  readonly label: string;
  readonly button: string;
  readonly text: string;
  readonly rows: number;
}

/** A text to read, and a button that copies it. Where the browser refuses, a person can copy the text by themselves. */
export function copyField({ id, label, button, text, rows }: CopyField, { last }: Sharing, actions: FinderActions): TemplateResult {
  const copied = last?.id === id && last.text === text ? last.isCopied : undefined;
  const copy = ({ currentTarget }: { currentTarget: EventTarget | null }) => {
    const field = currentTarget instanceof HTMLElement ? currentTarget.previousElementSibling : null;
    if (field instanceof HTMLTextAreaElement) actions.copy(id, field);
  };
  return html`<label for="c-${id}">${label}</label>
    <textarea id="c-${id}" readonly rows=${rows} part="input" lang="en-GB" .value=${text}></textarea>
    <button type="button" class="secondary" part="button" @click=${copy}>${copied ? laterStrings.share.copied : button}</button>
    ${copied === false ? html`<p>${laterStrings.share.failed}</p>` : nothing}`;
}
