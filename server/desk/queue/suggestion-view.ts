import { html } from "hono/html";
import { webHref, type Html, type OptionalHtml } from "../../pages/markup.ts";
import { longDate } from "../../wording/dates.ts";
import type { Note, SuggestionDetails, SuggestionRow } from "../../suggestions/suggestion.ts";

export interface SuggestionView {
  row: SuggestionRow;
  details: SuggestionDetails;
  /** The event that it is about, or was merged with. */
  event: { slug: string; title: string } | undefined;
}

function fact(name: string, value: Html | string | undefined): OptionalHtml {
  if (value === undefined) return undefined;
  return html`<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${name}</dt><dd class="nhsuk-summary-list__value hwbe-prose">${value}</dd></div>`;
}

function linkOf(link: string | undefined): Html | string | undefined {
  const href = webHref(link ?? null);
  return href === undefined ? link : html`<a href="${href}" rel="noopener noreferrer nofollow">${link}</a>`;
}

function addressState({ has_email, confirmed_at }: SuggestionRow): string {
  if (!has_email) return "None: we cannot write back";
  return confirmed_at === null ? "Given, not confirmed yet" : "Given and confirmed";
}

function writerOf({ from, to }: Note): string {
  if (from === "public") return "They wrote";
  return to === "organiser" ? "Note to the organiser" : "We wrote";
}

function conversation(notes: readonly Note[]): OptionalHtml {
  if (notes.length === 0) return undefined;
  return html`<div class="hwbe-conversation">${notes.map((note) => html`<section>
<h2 class="nhsuk-heading-s">${writerOf(note)} on ${longDate(note.at)}</h2>
<p class="hwbe-prose">${note.text}</p></section>`)}</div>`;
}

/** What somebody told or asked, and what was written about it since. It does not show who they are: we write to them through their link. */
export function suggestionFacts({ row, details, event }: SuggestionView): Html {
  const { what, when, where, organiser, link, more, notes } = details;
  return html`<dl class="nhsuk-summary-list">
${fact(row.kind === "event" ? "What" : "What they say", what)}
${fact("When", when)}
${fact("Where", where)}
${fact("Run by", organiser)}
${fact("Web page", linkOf(link))}
${fact("More", more)}
${fact("About", event && html`<a href="/events/${event.slug}">${event.title}</a>`)}
${fact("Received", longDate(row.created_at.getTime()))}
${fact("Email address", addressState(row))}
${fact("Reference", row.reference)}
</dl>
${conversation(notes)}`;
}
