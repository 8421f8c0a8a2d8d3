import { css } from "lit";

/** What a control looks like while it is used, and the controls that the first view does not have. */
export const laterControls = css`
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 85%, #000);
  }

  .secondary:hover {
    background: color-mix(in srgb, var(--_accent) 10%, #fff);
  }

  .secondary[aria-pressed="true"] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .secondary:is(:disabled, [aria-disabled="true"]) {
    border-color: #768692;
    background: #f0f4f5;
    color: #4c6272;
    cursor: default;
  }

  .link {
    min-block-size: 24px;
    padding: 4px 0;
    border: 0;
    vertical-align: top;
    background: none;
    color: var(--_link);
    text-align: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  .here {
    display: block;
    margin-block: -4px 4px;
    padding: 0;
  }

  .link:hover,
  a:hover {
    text-decoration-thickness: 3px;
  }

  .title:hover span {
    text-decoration-thickness: 3px;
  }

  .field-error .link {
    margin-inline-end: 12px;
  }

  .sort {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .sort label {
    flex: none;
  }

  details[open] > summary > svg,
  [aria-expanded="true"] > svg {
    transform: rotate(180deg);
  }

  @media (prefers-reduced-motion: no-preference) {
    summary > svg,
    [aria-expanded] > svg {
      transition: transform 0.15s;
    }
  }

  @media (forced-colors: active) {
    .secondary[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
