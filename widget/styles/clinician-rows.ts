import { css } from "lit";

/** The clinician's finder: little above the list, and a line of columns for each event where there is room. */
export const clinicianRows = css`
  .clinician .list > li + li {
    margin-block-start: -1px;
  }

  .clinician .event {
    grid-template-columns: minmax(0, 1fr);
    gap: 4px 12px;
    padding: 12px;
    border-radius: 0;
  }

  .clinician .event :is(.primary, .secondary) {
    min-block-size: 40px;
    padding: 6px 12px;
  }

  .clinician .chances {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }

  .clinician .side {
    flex-flow: row wrap;
    gap: 8px;
    margin-block-end: 12px;
  }

  .clinician .side > * {
    flex: 1 1 10em;
    min-inline-size: 0;
  }

  .clinician .side > :is([open], .filters) {
    flex-basis: 100%;
  }

  .clinician .side > details {
    padding: 4px 16px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }

  .clinician .side > [open] {
    padding-block-end: 14px;
  }

  .clinician .filters.open {
    columns: 16em;
  }

  .clinician :is(.group, .choice) {
    break-inside: avoid;
  }

  @container finder (min-width: 40em) {
    .clinician .event {
      grid-template-columns: minmax(0, 1fr) 13em;
      gap: 4px 16px;
      padding: 12px;
    }

    .clinician .event > * {
      grid-column: 1;
    }

    .clinician .event > .buttons {
      grid-area: 1 / 2 / span 4;
    }

    .clinician .event > .buttons > * {
      flex: 1 0 100%;
    }

    .clinician .event > .detail {
      grid-column: 1 / -1;
    }
  }

  @container finder (min-width: 54em) {
    .clinician > :is(h2, h3, h4, h5, h6) {
      font-size: 1.25em;
    }

    .clinician .search {
      margin-block: 6px 8px;
      padding: 8px 12px;
    }

    .clinician .search .hint {
      display: none;
    }

    .clinician .side {
      margin-block-end: 8px;
    }

    .clinician .results {
      display: flex;
      flex-flow: row wrap;
      align-items: center;
      column-gap: 16px;
    }

    .clinician .results > * {
      flex: 0 0 100%;
      min-inline-size: 0;
      margin-block-end: 6px;
    }

    .clinician .results > .results-head {
      flex: 1 1 auto;
    }

    .clinician .results > .views {
      flex: none;
    }

    .clinician .results > .notice {
      padding: 2px 12px;
      font-size: 0.875em;
    }

    .clinician .event {
      grid-template-columns: 9.25em minmax(0, 1.2fr) minmax(0, 1fr) 11.25em 12em;
      gap: 4px 12px;
      align-items: center;
      padding: 1px 10px;
      font-size: max(13px, 0.875em);
      line-height: 1.35;
    }

    .clinician .event > :is(*, .buttons) {
      grid-area: auto;
    }

    .clinician .event > .detail {
      grid-column: 1 / -1;
      margin-block-end: 12px;
      font-size: max(14px, 1.14em);
      line-height: 1.5;
    }

    .brief strong {
      display: block;
    }

    .clinician .title {
      min-block-size: 24px;
    }

    .clinician .event :is(h3, h4, h5, h6) {
      font-size: 1.07em;
    }

    .venue {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .clinician .event > * .tag {
      padding: 0 5px;
      font-size: 1em;
    }

    .clinician .event > .buttons {
      flex-wrap: nowrap;
      gap: 6px;
    }

    .clinician .event > .buttons > * {
      flex: 1 1 0;
      min-inline-size: 0;
      padding: 2px;
      overflow-wrap: normal;
    }
  }

  .nhs.clinician .event .primary:not(:focus-visible) {
    box-shadow: none;
  }

  /* From here on filters fit beside rows. */
  @container finder (min-width: 80em) {
    .clinician .columns {
      display: grid;
      grid-template-columns: minmax(230px, 16em) minmax(0, 1fr);
      align-items: start;
      gap: 24px;
    }

    .clinician :is(.filters-button, .done) {
      display: none;
    }

    .clinician .side {
      flex-flow: column;
    }

    .clinician .side > * {
      flex: none;
    }

    .clinician .filters {
      display: block;
    }
  }
`;
