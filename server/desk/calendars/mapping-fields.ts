import { html } from "hono/html";
import { FIXED_LABELS } from "../../contract/vocabulary.ts";
import { choices, type Choice } from "../../pages/fields/choices.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import { textField, type TextField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import type { EventChoices } from "../events/form/choices.ts";

const optionsOf = (labels: Readonly<Record<string, string>>): Choice[] => Object.entries(labels).map(([value, label]) => ({ value, label }));

function bookingFields(filled: Filled, text: (options: Omit<TextField, "autocomplete">) => Html): Html {
  return html`${choices({
    kind: "radios", name: "booking", legend: "How do people get a place?",
    options: [
      { value: "organiser", label: "On your own website", hint: "We use the web address of each event, or else this one", reveals: text({ name: "booking-url", label: "Web address", hint: "Starts with https://", isRevealed: true }) },
      { value: "here", label: "They book here", hint: "You see them in Referrals", reveals: text({ name: "capacity", label: "Places at a new event", hint: "Leave empty if there is no limit. You can change it for each event.", width: 10, isRevealed: true }) },
      { value: "phone", label: "They call you" },
      { value: "drop-in", label: "They just come" },
    ],
  }, filled)}
${choices({ kind: "checkboxes", name: "booking-by", legend: "Who can ask for a place?", options: optionsOf(FIXED_LABELS.booking) }, filled)}
${text({ name: "contact-name", label: "Who to ask for", hint: "A team rather than a person" })}
${text({ name: "contact-phone", label: "Phone number for questions", hint: "It will be public", type: "tel", width: 20 })}
${text({ name: "contact-email", label: "Email for questions", hint: "It will be public", type: "email" })}`;
}

/** What calendars do not tell: said once for all events of one. */
export function mappingFields(all: EventChoices, filled: Filled): Html {
  const text = (options: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...options }, filled);
  const long = (name: string, legend: string, options: readonly Choice[], hint: string) => html`<details class="nhsuk-details"${filled.form.has(name) && html` open`}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${legend}</span></summary>
<div class="nhsuk-details__text">${choices({ kind: "checkboxes", name, legend, hint, isLong: true, options }, filled)}</div></details>`;
  return html`${text({ name: "for-whom", label: "Who are these events for?", hint: "One line, such as People who have finished treatment" })}
${text({ name: "summary", label: "What do people get from them?", hint: "For events that have no description in the calendar", rows: 3 })}
${long("topic", "Topics of all these events", all.topics, "Categories in the calendar that have the name of a topic are added")}
${long("tumour-group", "Only for some cancers", all.tumourGroups, "Choose none if they are for all cancers")}
${choices({ kind: "radios", name: "format", legend: "How do people take part?", hint: "Where the calendar gives a venue that we know, or says online, we use that", options: optionsOf(FIXED_LABELS.format) }, filled)}
${selectField({ name: "venue", label: "Place", hint: "For events in person whose place we do not know", none: "No place: leave such events out", options: all.venues }, filled)}
${choices({ kind: "radios", name: "kind", legend: "What kind of events are they?", options: optionsOf(FIXED_LABELS.kind) }, filled)}
${choices({ kind: "checkboxes", name: "audience", legend: "Who may come?", options: optionsOf(FIXED_LABELS.audience) }, filled)}
${bookingFields(filled, text)}
<h3 class="nhsuk-heading-s">Events that last whole days</h3>
<p>They have no times in the calendar. Leave both empty to leave such events out.</p>
<div class="hwbe-side-by-side">${text({ name: "day-start", label: "Starts at", hint: "For example 10am", width: 10 })}
${text({ name: "day-end", label: "Ends at", hint: "For example 4pm", width: 10 })}</div>`;
}
