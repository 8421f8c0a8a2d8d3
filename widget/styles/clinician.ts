import { css } from "lit";

/** The concerns, the line about usual filters, and the text for the record. */
export const clinicianStyles = css`
  .concern-groups {
    columns: 13em;
    margin-block-start: 8px;
  }

  .concern-groups legend {
    break-after: avoid;
  }

  .concern-groups fieldset {
    padding-block-end: 12px;
  }

  .concerns .choice {
    padding-block: 4px;
  }

  .record > * + * {
    margin-block-start: 4px;
  }
`;
