import { css } from "lit";

/** Fields, buttons, choices and tags. Each that can be pressed is at least 44 pixels high, those in running text 24. */
export const controls = css`
  button,
  input,
  select {
    margin: 0;
    font: inherit;
    color: inherit;
  }

  label,
  legend {
    font-weight: 600;
    padding: 0;
  }

  input[type="search"],
  input[type="text"],
  select {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: max(46px, 1.5em + 20px);
    padding: 8px 10px;
    border: 2px solid #4c6272;
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_field-text);
    color-scheme: light;
  }

  input[type="search"] {
    appearance: none;
  }

  input[aria-invalid="true"] {
    border-color: #d5281b;
  }

  .primary,
  .secondary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .secondary {
    background: var(--_field);
    color: var(--_accent);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }

  .tag {
    display: inline-block;
    padding: 2px 10px;
    border: 1px solid transparent;
    border-radius: 4px;
    font-size: 0.9375em;
    font-weight: 600;
    background: #d8dde0;
    color: #212b32;
  }

  .tag.go {
    background: #cce5d8;
    color: #00401e;
  }

  .tag.hurry {
    background: #ffeb9c;
    color: #4a3200;
  }

  .tag.stop {
    background: #f7d4d1;
    color: #6b140e;
  }

  .tag.note {
    background: #d6cce3;
    color: #330072;
  }

  .tag.plain {
    border-color: currentColor;
    background: #fff;
    font-weight: 400;
  }

  @media (forced-colors: active) {
    .tag {
      border-color: CanvasText;
    }

    :focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
