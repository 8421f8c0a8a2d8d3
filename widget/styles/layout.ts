import { css } from "lit";

/** Where things stand, by the width of the finder and not of the window. */
export const layout = css`
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    align-items: end;
    gap: 12px;
    margin-block: 12px 16px;
    padding: 12px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .search > .what,
  .search > .primary,
  .search > .field-error {
    grid-column: 1 / -1;
  }

  .field label {
    display: block;
    margin-block-end: 4px;
  }

  .field .hint {
    margin-block: -4px 4px;
  }

  .field-error {
    padding-inline-start: 12px;
    border-inline-start: 4px solid #d5281b;
    font-weight: 600;
  }

  .side {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin-block-end: 20px;
  }

  .filters-button {
    inline-size: 100%;
    justify-content: space-between;
  }

  .results-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 12px;
  }

  .count {
    font-size: 1.1875em;
    font-weight: 600;
  }

  @container finder (min-width: 40em) {
    .search {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1.3fr) minmax(6em, 8em) auto;
      gap: 16px;
      padding: 16px;
    }

    .search > .what,
    .search > .primary {
      grid-column: auto;
    }
  }

  @container finder (min-width: 50em) {
    .search {
      padding: 20px;
    }

    .public .columns {
      display: grid;
      grid-template-columns: minmax(230px, 17.5em) minmax(0, 1fr);
      align-items: start;
      gap: 32px;
    }

    .public .filters-button {
      display: none;
    }

    .public .side {
      margin: 0;
    }
  }
`;
