import { html } from "hono/html";
import { FIXED_LABELS } from "../../../contract/vocabulary.ts";
import { choices, type Choice } from "../../../pages/fields/choices.ts";
import type { Filled } from "../../../pages/fields/filled.ts";
import { selectField } from "../../../pages/fields/select-field.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import type { Html } from "../../../pages/markup.ts";
import type { EventChoices } from "./choices.ts";
import { MOST_OCCURRENCES } from "./recurrence.ts";
import { OTHER_VENUE } from "./read-event-form.ts";

const optionsOf = (labels: Readonly<Record<string, string>>): Choice[] => Object.entries(labels).map(([value, label]) => ({ value, label }));
const field = (filled: Filled) => (options: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...options }, filled);

function whatFields(all: EventChoices, filled: Filled): Html {
  const text = field(filled);
  return html`<section aria-labelledby="what"><h2 id="what" class="nhsuk-heading-m">What it is</h2>
${text({ name: "title", label: "Name of the event", hint: "Say what it is about, such as Managing tiredness" })}
${text({ name: "for-whom", label: "Who it is for", hint: "One line, such as People who have finished treatment" })}
${text({ name: "summary", label: "What people get from it", hint: "2 or 3 short sentences", rows: 4 })}
${choices({
    kind: "radios", name: "cancers", legend: "Which cancers is it for?",
    options: [
      { value: "all", label: "All cancers" },
      { value: "some", label: "Only some", reveals: choices({ kind: "checkboxes", name: "tumour-group", legend: "Cancers", isLong: true, options: [...all.tumourGroups] }, filled) },
    ],
  }, filled)}
<details class="nhsuk-details"${filled.form.has("topic") && html` open`}><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Topics, so that people find it</span></summary>
<div class="nhsuk-details__text">${choices({ kind: "checkboxes", name: "topic", legend: "Topics", isLong: true, options: [...all.topics] }, filled)}</div></details>
</section>`;
}

function repeatField(filled: Filled): Html {
  const text = field(filled);
  const times = text({ name: "times", label: "How many times in all?", hint: `2 to ${MOST_OCCURRENCES}`, width: 10 });
  return html`${choices({
    kind: "radios", name: "repeat", legend: "Does it repeat?",
    options: [
      { value: "no", label: "No" },
      { value: "weekly", label: "Every week" },
      { value: "fortnightly", label: "Every 2 weeks" },
      { value: "monthly", label: "Every month, on the same weekday", hint: "Such as the first Tuesday" },
      { value: "dates", label: "On other dates", reveals: text({ name: "dates", label: "The other dates", hint: "With a comma between them, like 3/3/2027, 17/3/2027", rows: 2, isRevealed: true }) },
    ],
  }, filled)}
<div class="hwbe-times">${times}</div>`;
}

function whenFields(filled: Filled, { mayRepeat }: { mayRepeat: boolean }): Html {
  const text = field(filled);
  return html`<section aria-labelledby="when"><h2 id="when" class="nhsuk-heading-m">When it is</h2>
${text({ name: "date", label: "Date", hint: "For example 3/3/2027 or 3 March 2027", width: 20 })}
<div class="hwbe-side-by-side">${text({ name: "start", label: "Starts at", hint: "For example 2pm or 14:00", width: 10 })}
${text({ name: "end", label: "Ends at", hint: "For example 4:30pm", width: 10 })}</div>
${mayRepeat && repeatField(filled)}
</section>`;
}

function whereFields(all: EventChoices, filled: Filled): Html {
  const text = field(filled);
  const venues = [...all.venues, { value: OTHER_VENUE, label: "Another place, not in this list" }];
  return html`<section aria-labelledby="where"><h2 id="where" class="nhsuk-heading-m">Where it is</h2>
${choices({ kind: "radios", name: "format", legend: "How do people take part?", options: optionsOf(FIXED_LABELS.format) }, filled)}
<div class="hwbe-venue">
${selectField({ name: "venue", label: "Place", hint: "For an event in person. Places that you used before come first.", none: "Choose a place", options: venues }, filled)}
<div class="hwbe-new-venue">
${text({ name: "venue-name", label: "Name of the place" })}
${text({ name: "venue-address", label: "Address", hint: "Building and street, town" })}
${text({ name: "venue-postcode", label: "Postcode", width: 10 })}
</div></div>
<div class="hwbe-join">${text({ name: "join-url", label: "Link to join online", hint: "Only people with a place see it. Starts with https://" })}</div>
</section>`;
}

function placesFields(filled: Filled): Html {
  const text = field(filled);
  return html`<section aria-labelledby="places"><h2 id="places" class="nhsuk-heading-m">How people get a place</h2>
${choices({
    kind: "radios", name: "booking", legend: "How do people get a place?",
    options: [
      { value: "here", label: "They book here", hint: "You see them in Referrals" },
      { value: "organiser", label: "On your own website", reveals: text({ name: "booking-url", label: "Web address", hint: "Starts with https://", isRevealed: true }) },
      { value: "phone", label: "They call you" },
      { value: "drop-in", label: "They just come" },
    ],
  }, filled)}
${text({ name: "capacity", label: "Number of places", hint: "Leave empty if there is no limit", width: 10 })}
${text({ name: "contact-phone", label: "Phone number for questions", hint: "It will be public", type: "tel", width: 20 })}
</section>`;
}

const SUPPORT = { no: "No", "on-request": "If people ask for it", provided: "Yes, always" };

function moreFields(all: EventChoices, filled: Filled): Html {
  const text = field(filled);
  const radios = (name: string, legend: string, options: Choice[]) => choices({ kind: "radios", name, legend, options }, filled);
  return html`<h2 class="nhsuk-heading-m">More about it</h2>
${text({ name: "what-happens", label: "What happens", rows: 5 })}
${text({ name: "what-to-bring", label: "What to bring", rows: 2 })}
${radios("kind", "What kind of event is it?", optionsOf(FIXED_LABELS.kind))}
${choices({ kind: "checkboxes", name: "audience", legend: "Who may come?", options: optionsOf(FIXED_LABELS.audience) }, filled)}
${choices({ kind: "checkboxes", name: "stage", legend: "At which stage?", isLong: true, options: [...all.stages] }, filled)}
${text({ name: "cost", label: "Cost", hint: "Leave empty if it is free", width: 20 })}
${text({ name: "end-date", label: "Last day", hint: "Only if it is on more than one day", width: 20 })}
${text({ name: "sessions", label: "Parts of the event", hint: "One on each line, like 2pm to 3pm Breathing, or 10/3/2027 2pm to 3pm Sleep", rows: 3 })}
${choices({ kind: "checkboxes", name: "alone", legend: "Attending parts", options: [{ value: "yes", label: "People may come to one part alone" }] }, filled)}
${choices({ kind: "checkboxes", name: "partner", legend: "Run together with", isLong: true, options: [...all.organisations] }, filled)}
<h2 class="nhsuk-heading-m">Places and contact</h2>
${choices({ kind: "checkboxes", name: "booking-by", legend: "Who can ask for a place?", options: optionsOf(FIXED_LABELS.booking) }, filled)}
${choices({ kind: "checkboxes", name: "waiting-list", legend: "When it is full", options: [{ value: "yes", label: "Keep a waiting list" }] }, filled)}
${choices({ kind: "checkboxes", name: "approval", legend: "Before a place is given", options: [{ value: "yes", label: "We look at each request first" }] }, filled)}
${text({ name: "booking-note", label: "Note on booking", rows: 2 })}
${text({ name: "contact-name", label: "Who to ask for", hint: "A team rather than a person" })}
${text({ name: "contact-email", label: "Email for questions", hint: "It will be public", type: "email" })}
<h2 class="nhsuk-heading-m">Access and support</h2>
${radios("effort", "How tiring is it?", [{ value: "seated", label: "People can stay seated" }, { value: "some-standing", label: "Some standing" }, { value: "gentle-activity", label: "Gentle activity" }])}
${radios("breaks", "Are there breaks?", [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }])}
${radios("bsl", "British Sign Language (BSL)", optionsOf(SUPPORT))}
${radios("interpreter", "Language interpreter", optionsOf(SUPPORT))}
${text({ name: "ask-by", label: "Last day to ask for BSL or an interpreter", width: 20 })}
${choices({ kind: "checkboxes", name: "language", legend: "Languages", isLong: true, options: [...all.languages] }, filled)}`;
}

const WHEN = new Set(["date", "start", "end", "repeat", "times", "dates"]);
const MAIN = new Set(["title", "for-whom", "summary", "cancers", "tumour-group", "topic", "format", "venue", "venue-name",
  "venue-address", "venue-postcode", "join-url", "booking", "booking-url", "capacity", "contact-phone"]);

export interface EventFieldsOptions {
  /** One that repeats is made of several events, each of which is changed by itself afterwards. */
  mayRepeat: boolean;
  /** All but the date is there already: it stands closed below. */
  isCopy?: boolean;
}

/** The fields of an event. What has a good answer already is out of the way. */
export function eventFields(all: EventChoices, filled: Filled, { mayRepeat, isCopy = false }: EventFieldsOptions): Html {
  const wrong = filled.errors.map(({ field: name }) => name).filter((name) => !WHEN.has(name));
  const main = html`${whatFields(all, filled)}${whereFields(all, filled)}${placesFields(filled)}`;
  const more = moreFields(all, filled);
  const closed = (summary: string, content: Html, isOpen: boolean) => html`<details class="nhsuk-details nhsuk-expander"${isOpen && html` open`}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${summary}</span></summary>
<div class="nhsuk-details__text">${content}</div></details>`;
  if (isCopy) {
    return html`${whenFields(filled, { mayRepeat })}
${closed("All else stays as it was: look, or change it", html`${main}${more}`, wrong.length > 0)}`;
  }
  return html`${whatFields(all, filled)}${whenFields(filled, { mayRepeat })}${whereFields(all, filled)}${placesFields(filled)}
${closed("More: access, support, cost, parts, contact", more, wrong.some((name) => !MAIN.has(name)))}`;
}
