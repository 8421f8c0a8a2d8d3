import { css } from "lit";

/** The list of events, and what is said above it. */
export const events = css`
  .list > li + li {
    margin-block-start: 16px;
  }

  .event {
    display: grid;
    grid-template-columns: 3.75em minmax(0, 1fr);
    gap: 12px 14px;
    align-items: start;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--hwbe-event-color, transparent);
  }

  .date {
    overflow: hidden;
    padding-block-end: 6px;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: #fff;
    color: #212b32;
    line-height: 1.2;
    text-align: center;
  }

  .date span {
    display: block;
  }

  .date span:first-child {
    padding-block: 3px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .day {
    padding-block-start: 4px;
    font-size: 1.625em;
    font-weight: 700;
    line-height: 1.1;
  }

  .title {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font-weight: 600;
    text-align: inherit;
    cursor: pointer;
  }

  .title span {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .title svg {
    margin-block-start: 0.15em;
    stroke-width: 2.5;
  }

  .about > p {
    margin-block-start: 4px;
  }

  .where {
    display: flex;
    align-items: flex-start;
    gap: 6px;
  }

  .where svg {
    margin-block-start: 0.125em;
  }

  .where strong {
    white-space: nowrap;
  }

  .about > .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }

  .notice {
    margin-block-end: 16px;
    padding: 14px 16px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_surface);
  }

  .notice.problem {
    border-inline-start-color: #d5281b;
  }

  .notice > * + * {
    margin-block-start: 8px;
  }

  .skeleton > div {
    margin-block-end: 16px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .skeleton span {
    display: block;
    block-size: 18px;
    inline-size: 55%;
    margin-block: 8px;
    border-radius: 4px;
    background: currentColor;
    opacity: 0.12;
  }

  .skeleton span:nth-child(2) {
    inline-size: 85%;
  }

  /* Where there is little room, all but the title and the time goes below the date. */
  @container finder (max-width: 39.99em) {
    .event {
      row-gap: 4px;
    }

    .date {
      grid-row: 1 / span 2;
    }

    .about {
      display: contents;
    }

    .about > * {
      grid-column: 1 / -1;
    }

    .about > :is(.when, h3, h4, h5, h6) {
      grid-column: 2;
    }

    .detail {
      margin-block-start: 12px;
    }
  }

  @container finder (min-width: 40em) {
    .event {
      grid-template-columns: 4.25em minmax(0, 1fr);
      gap: 16px 20px;
      padding: 20px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
