import { css, unsafeCSS } from "lit";

/** Rows and columns of the map of boroughs. */
const TILES = Array.from({ length: 9 }, (_, place) => `.r${place} { grid-row: ${place + 1}; } .c${place} { grid-column: ${place + 1}; }`).join("\n");

/** Filters, chips, details and the shortlist: what comes after the first view. */
export const laterStyles = css`
  .see-similar {
    grid-column: 1 / -1;
    justify-self: start;
  }

  @container finder (min-width: 40em) {
    .event > .see-similar {
      grid-column: 2;
    }
  }

  .foot > * {
    margin-block-start: 16px;
  }

  .more {
    min-inline-size: min(100%, 16em);
  }

  .save {
    grid-area: 1 / 2;
    place-self: end;
  }

  .public .event .shortlist-button {
    min-block-size: 36px;
    padding: 4px 12px;
  }

  .tags {
    align-items: center;
  }

  .public .tags {
    min-block-size: 36px;
    padding-inline-end: 4.5em;
  }

  /* The place of what is unseen in it, which would else widen the page. */
  .compare {
    position: relative;
    margin-block-end: 20px;
    scroll-margin-block-start: 12px;
    overflow-x: auto;
  }

  .compare caption {
    font-weight: 600;
    text-align: start;
  }

  .compare table {
    table-layout: fixed;
    inline-size: 100%;
    min-inline-size: 28em;
    margin-block-end: 12px;
    font-size: 0.9375em;
    border-collapse: collapse;
  }

  .compare :is(th, td) {
    padding: 8px 4px;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  .compare tr > :first-child {
    inline-size: 20%;
    padding-inline-start: 0;
  }

  textarea {
    display: block;
    inline-size: 100%;
    background: var(--_field);
    color: var(--_field-text);
    font: inherit;
  }

  .tell-us {
    margin-block-start: 24px;
  }

  .filters {
    display: none;
  }

  .filters.open {
    display: block;
  }

  .group {
    padding-block: 12px;
    border-block-end: 1px solid var(--_border);
  }

  .group legend {
    margin-block-end: 8px;
  }

  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 32px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    text-decoration: underline;
  }

  .done {
    inline-size: 100%;
    margin-block-start: 16px;
  }

  .chips {
    margin-block-end: 16px;
  }

  .choice {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding-block: 8px;
    font-weight: 400;
    cursor: pointer;
  }

  .choice input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .number {
    font-weight: 400;
    white-space: nowrap;
  }

  .pills,
  .chips,
  .chips ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .pill {
    position: relative;
    font-weight: 400;
  }

  .pill input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .pill span,
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 40px;
    padding: 6px 14px;
    border: 2px solid #4c6272;
    border-radius: 22px;
    background: var(--_field);
    color: var(--_field-text);
    line-height: 1.25;
    text-align: inherit;
  }

  .pill:hover span,
  .chip:hover {
    background: #d8dde0;
  }

  .pill input:checked + span {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .pill input:focus-visible + span {
    outline: 3px solid var(--_focus-inner);
    box-shadow: 0 0 0 6px var(--_focus-outer);
  }

  .chip {
    cursor: pointer;
  }

  .chip:focus-visible {
    border-radius: 22px;
  }

  .chip svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .views {
    margin-block-end: 12px;
  }

  .month-head {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 8px;
    margin-block-end: 12px;
  }

  .month {
    font-weight: 600;
    text-align: center;
  }

  .one-day + .one-day {
    margin-block-start: 24px;
  }

  .map {
    container: map / inline-size;
    margin-block-end: 20px;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: 4px;
    margin-block-start: 8px;
    padding: 0;
    list-style: none;
  }

  .tile button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 44px;
    padding: 4px 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.8em;
    line-height: 1.15;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .tile button[aria-disabled="true"] {
    opacity: 0.75;
    cursor: default;
  }

  .tile button[aria-pressed="true"] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .choice[hidden] {
    display: none;
  }

  .detail {
    grid-column: 1 / -1;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }

  .detail > * + * {
    margin-block-start: 16px;
  }

  .row {
    padding-block: 10px;
    border-block-end: 1px solid var(--_border);
  }

  .row:first-child {
    border-block-start: 1px solid var(--_border);
  }

  dt {
    font-weight: 600;
  }

  dd p + p {
    margin-block-start: 4px;
  }

  dd ul,
  .follow ul,
  .notice ul {
    padding-inline-start: 20px;
    list-style: disc;
  }

  .share {
    border: 0;
  }

  .follow > * + *,
  .follow li + li,
  dd li + li {
    margin-block-start: 8px;
  }

  .shortlist {
    padding: 4px 16px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }

  .shortlist > * + *,
  .shortlist li > * + * {
    margin-block-start: 8px;
  }

  .shortlist > :last-child {
    padding-block-end: 10px;
  }

  .shortlist ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: 16px;
  }

  .shortlist .primary,
  .shortlist .secondary {
    min-block-size: 40px;
    padding: 6px 12px;
  }

  @container finder (max-width: 39.99em) {
    .month {
      grid-area: 1 / 1 / auto / -1;
    }

    .month-head > :last-child {
      grid-column: 3;
    }

    .more {
      inline-size: 100%;
    }

    .public .tags,
    .save {
      grid-row: 5;
    }
  }

  @container finder (min-width: 40em) {
    .public .about {
      grid-area: 1 / 2;
    }

    .row {
      display: grid;
      grid-template-columns: minmax(8em, 11em) minmax(0, 1fr);
      gap: 16px;
    }
  }

  /* From here on the longest part of a borough's name fits on a tile. */
  @container map (min-width: 32em) {
    .tiles {
      grid-template-columns: repeat(8, minmax(0, 1fr));
    }

    .tile button {
      flex-direction: column;
      padding-inline: 2px;
      min-block-size: 64px;
      font-size: 0.7em;
      text-align: center;
    }

    ${unsafeCSS(TILES)}
  }

  @container finder (min-width: 50em) {
    .public .filters {
      display: block;
    }

    .public .done {
      display: none;
    }

    .public .when {
      padding-block-start: 0;
    }
  }

  @media print {
    .search,
    .side,
    .chips,
    .more,
    .buttons {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .pill span,
    .chip {
      border-color: CanvasText;
    }

    .pill input:checked + span,
    .tile button[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .finder .pill input:focus-visible + span,
    .finder .tile button:focus-visible,
    .finder .secondary[aria-pressed="true"]:focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
