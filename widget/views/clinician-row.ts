import { html, nothing, type TemplateResult } from "lit";
import { miles } from "../query.ts";
import type { ListItem } from "../state.ts";
import { clinicianStrings } from "../strings-clinician.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";
import type { ItemContext } from "./event-item.ts";
import { placesTags, sampleTag } from "./event-tags.ts";
import { heading } from "./heading.ts";
import { chevron } from "./icons.ts";
import { saveButton, type ShortlistState } from "./save-button.ts";

/** The short date is for the eye: a screen reader says the whole one. */
function when(event: ListItem, now: number): TemplateResult {
  const startsAt = Date.parse(event.startsAt);
  return html`<p class="brief">
    <span class="unseen">${strings.dates.range(event)}</span>
    <span aria-hidden="true"><strong>${strings.dates.near(startsAt, now) ?? clinicianStrings.row.brief(startsAt)}</strong> ${clinicianStrings.row.hours(event)}</span>
  </p>`;
}

function forWhom({ tumourGroups, audience }: ListItem): string {
  const groups = tumourGroups.map(({ slug, label }) => strings.label("tumour-group", slug, label));
  return clinicianStrings.row.forWhom(groups, !audience.includes("patients"));
}

function place({ venue, format, distanceKm }: ListItem): TemplateResult {
  if (!venue) return html`<p class="place">${strings.formats[format]}</p>`;
  const borough = venue.borough ? strings.label("borough", venue.borough.slug, venue.borough.label) : strings.formats[format];
  const distance = distanceKm === undefined ? nothing : html`, <strong>${strings.results.away(miles(distanceKm))}</strong>`;
  return html`<div class="place">
    <p>${borough}${distance}${format === "hybrid" ? strings.results.orOnline : nothing}</p>
    <p class="venue" lang="en-GB">${venue.name}</p>
  </div>`;
}

/** The places of an event to drop in to say already that nobody books. */
function whoRefers({ booking: { who, route } }: ListItem): string | typeof nothing {
  if (route === "drop-in") return nothing;
  if (!who.includes("professional")) return clinicianStrings.row.self;
  return who.includes("self") ? clinicianStrings.row.both : clinicianStrings.row.professional;
}

export interface RowContext {
  readonly shortlist: ShortlistState;
  readonly actions: FinderActions;
  /** The way to what there is instead of an event that cannot be had. */
  readonly similar: (event: ListItem) => TemplateResult | undefined;
}

/** One event of the clinician's list: what a row of a table would say, in the order of its columns. Its title opens its details in place. */
export function clinicianRow(event: ListItem, context: ItemContext, { shortlist, actions, similar }: RowContext): TemplateResult {
  const { id, title } = event;
  const isOpen = context.open.has(id);
  const control = html`<button
    type="button" class="title" part="title" id="t-${id}" data-id=${id} aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${isOpen ? `d-${id}` : nothing} @click=${() => actions.toggleEvent(event)}
  >
    <span lang="en-GB">${title}</span>${chevron}
  </button>`;
  return html`<article class="event" part="event" aria-labelledby="t-${id}">
    ${when(event, context.now)}
    <div class="what">${heading(context.level, control)}<p>${forWhom(event)} ${sampleTag(event)}</p></div>
    ${place(event)}
    <div class="chances">${placesTags(event, context.isOld)}<p class="who">${whoRefers(event)}</p>${similar(event)}</div>
    <div class="buttons">
      ${saveButton(event, shortlist, [clinicianStrings.row.add, clinicianStrings.row.added], actions)}${bookingLink(event, "clinician")}
    </div>
    ${isOpen ? html`<div class="detail" part="detail" id="d-${id}">${context.detail(event)}</div>` : nothing}
  </article>`;
}
