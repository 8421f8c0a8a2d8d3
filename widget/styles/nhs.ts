import { css } from "lit";

/** The colours and the focus of the NHS design system, with its fallback font: its own font is licensed to the NHS alone. */
export const nhs = css`
  .finder.nhs {
    --_link: var(--hwbe-link-color, #005eb8);
    --_border: var(--hwbe-border-color, #d8dde0);
    --_surface: var(--hwbe-surface-color, #dce9f5);
    --_radius: var(--hwbe-radius, 4px);
    background: #fff;
    background: light-dark(transparent, #fff);
    box-shadow: 0 0 0 8px light-dark(transparent, #fff);
    color: var(--hwbe-text-color, #212b32);
    font-family: var(--hwbe-font-family, Arial, sans-serif);
  }

  .nhs > * {
    color-scheme: light;
  }

  .nhs .event {
    background: var(--hwbe-event-color, #fff);
  }

  .nhs .primary {
    border-color: transparent;
    background: #007f3b;
    color: #fff;
    box-shadow: 0 4px 0 #00401e;
  }

  .nhs .search .primary {
    margin-block-end: 4px;
  }

  .nhs .primary:hover {
    background: #00662f;
  }

  .nhs .hint,
  .nhs .number {
    color: #4c6272;
  }

  .nhs :focus-visible {
    outline: 4px solid #ffeb3b;
    box-shadow: inset 0 0 0 2px #212b32;
  }

  .nhs :is(a, .link, .title, .count, summary, .primary, .secondary, .chip):focus-visible {
    outline: 4px solid transparent;
    background: #ffeb3b;
    color: #212b32;
    box-shadow: 0 -2px #ffeb3b, 0 4px #212b32;
    text-decoration: none;
  }

  /* What is filled with blue: neither yellow beside white nor dark on blue could be seen. */
  .nhs .pill input:focus-visible + span,
  .nhs .tile button:focus-visible {
    outline: 4px solid #212b32;
    box-shadow: inset 0 0 0 4px #ffeb3b;
  }
`;
