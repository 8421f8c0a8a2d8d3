import { html, svg, type TemplateResult } from "lit";

const icon = (paths: TemplateResult<2>) => html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">${paths}</svg>`;

export const chevron = icon(svg`<path d="m6 9 6 6 6-6" />`);
export const cross = icon(svg`<path d="M6 6l12 12M18 6 6 18" />`);
export const magnifier = icon(svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5 5" />`);
export const pin = icon(svg`<path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21z" /><circle cx="12" cy="9.5" r="2.3" />`);
export const screen = icon(svg`<rect x="3" y="5" width="18" height="12" rx="1.5" /><path d="M8 20.5h8" />`);
export const telephone = icon(
  svg`<path d="M6 3h3l2 5-2.5 1.7a12 12 0 0 0 5.8 5.8L16 13l5 2v3a3 3 0 0 1-3.3 3A17 17 0 0 1 3 6.3 3 3 0 0 1 6 3z" />`,
);
