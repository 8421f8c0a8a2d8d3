import { html } from "hono/html";
import type { Calendar } from "../../calendars/calendar-rows.ts";
import type { Html } from "../../pages/markup.ts";
import { longDate, time } from "../../wording/dates.ts";

/** The host of a calendar: the rest of its address may be a secret. */
export const nameOf = ({ address }: Calendar): string => new URL(address).hostname;

export function stateTag({ isFollowed, failure }: Calendar): Html {
  if (!isFollowed) return html`<strong class="nhsuk-tag nhsuk-tag--grey">Not followed</strong>`;
  return failure === null ? html`<strong class="nhsuk-tag nhsuk-tag--green">Followed</strong>` : html`<strong class="nhsuk-tag nhsuk-tag--orange">Cannot be read</strong>`;
}

const at = (instant: number) => `${longDate(instant)}, ${time(instant)}`;

/** What the last fetch brought, in words. */
export function lastResult({ fetchedAt, failure, result }: Calendar): string {
  if (fetchedAt === null) return "Not fetched yet";
  if (failure !== null) return `${failure.replace(/\.$/, "")}. We last tried on ${at(fetchedAt)}. What is published stays.`;
  if (!result) return `Fetched on ${at(fetchedAt)}`;
  const { added, changed, unchanged, cancelled } = result;
  return `Fetched on ${at(fetchedAt)}: ${added} new, ${changed} changed, ${unchanged} as they were, ${cancelled} cancelled`;
}
