import { html, nothing, type TemplateResult } from "lit";
import { CONCERN_GROUPS, concernsOf, topicsOf, type Concern, type ConcernGroup } from "../concerns.ts";
import { clinicianStrings } from "../strings-clinician.ts";
import { chevron } from "./icons.ts";

export interface ConcernChoice {
  readonly chosen: readonly Concern[];
  /** The topics that the list can be narrowed to. */
  readonly offered: ReadonlySet<string>;
  readonly toggle: (concern: Concern) => void;
}

function choice(concern: Concern, { chosen, offered, toggle }: ConcernChoice): TemplateResult {
  const { labels, none } = clinicianStrings.concerns;
  const isOffered = topicsOf(concern).some((slug) => offered.has(slug));
  return html`<label class="choice">
    <input type="checkbox" .checked=${chosen.includes(concern)} ?disabled=${!isOffered} @change=${() => toggle(concern)} />
    <span>${isOffered ? labels[concern] : none(labels[concern])}</span>
  </label>`;
}

function group(name: ConcernGroup, view: ConcernChoice): TemplateResult {
  return html`<fieldset>
    <legend>${clinicianStrings.concerns.groups[name]}</legend>
    ${concernsOf(name).map((concern) => choice(concern, view))}
  </fieldset>`;
}

/** The concerns that a patient may have named, behind a line that says how many are chosen. */
export function concernPicker(view: ConcernChoice): TemplateResult {
  const { title, hint } = clinicianStrings.concerns;
  return html`<details class="concerns">
    <summary>${title(view.chosen.length)}${chevron}</summary>
    <p class="hint">${hint}</p>
    <div class="concern-groups">${CONCERN_GROUPS.map((name) => group(name, view))}</div>
  </details>`;
}

/** Tells why the list is narrowed to some topics. */
export function fromConcerns({ chosen }: ConcernChoice): TemplateResult | typeof nothing {
  const { from, labels } = clinicianStrings.concerns;
  return chosen.length > 0 ? html`<p class="hint">${from(chosen.map((concern) => labels[concern]))}</p>` : nothing;
}
