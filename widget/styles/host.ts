import { css } from "lit";

/**
 * What comes in from the host page, and nothing more: the wrapper starts from initial values and takes the font, its size and
 * the text colour by name. Sizes are pixels and ems of the wrapper, never of the host's root.
 */
export const host = css`
  :host {
    display: block !important;
    float: none !important;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0 !important;
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .finder {
    all: initial;
    color-scheme: inherit;
    --_accent: var(--hwbe-accent-color, #005eb8);
    --_on-accent: var(--hwbe-accent-text-color, #fff);
    --_link: var(--hwbe-link-color, currentColor);
    --_border: var(--hwbe-border-color, color-mix(in srgb, currentColor 28%, transparent));
    --_surface: var(--hwbe-surface-color, color-mix(in srgb, currentColor 5%, transparent));
    --_radius: var(--hwbe-radius, 6px);
    --_focus-inner: var(--hwbe-focus-inner-color, #fff);
    --_focus-outer: var(--hwbe-focus-outer-color, #212b32);
    --_field-text: #212b32;
    --_field: #fff;
    container: finder / inline-size;
    contain-intrinsic-inline-size: 280px;
    display: block;
    position: relative;
    color: var(--hwbe-text-color, inherit);
    font-family: var(--hwbe-font-family, inherit);
    font-size: var(--hwbe-font-size, clamp(16px, 1em, 32px));
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }

  /* Words in a language of the other direction keep their own, while the layout follows the page. */
  .finder:dir(rtl) {
    text-align: right;
  }

  .finder:dir(rtl) :is(p, h2, h3, h4, h5, h6, label, legend, li, dt, dd, span, strong, button, select, option) {
    unicode-bidi: plaintext;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }

  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.1875em;
    line-height: 1.3;
  }

  .finder > :is(h2, h3, h4, h5, h6) {
    font-size: 1.75em;
    line-height: 1.2;
  }

  ul[role="list"] {
    list-style: none;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }

  svg {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: middle;
  }

  .hint {
    font-size: 0.9375em;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 3px solid var(--_focus-inner);
    outline-offset: 0;
    box-shadow: 0 0 0 6px var(--_focus-outer);
    border-radius: 2px;
  }
`;
