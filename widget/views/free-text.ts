import { html, type TemplateResult } from "lit";

/** Words of an organiser, which no catalogue translates (WCAG 2.2, 3.1.2 Language of parts). */
export function free(text: string): TemplateResult;
export function free(text: string | null): TemplateResult | null;
export function free(text: string | null): TemplateResult | null {
  return text === null ? null : html`<span lang="en-GB">${text}</span>`;
}
