import { html } from "hono/html";
import { choices, type Choice } from "../../pages/fields/choices.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import type { RefusalReason, SuggestionRow } from "../../suggestions/suggestion.ts";
import { actionsFor, reasonsFor, type DeskAction } from "./queue-action.ts";

export interface Organisation {
  slug: string;
  name: string;
}

const REASONS: Record<RefusalReason, string> = {
  "not-for-us": "It is not for people with cancer or those close to them",
  over: "It is over, or does not take place",
  "not-found-out": "We could not find out enough",
  "not-in-london": "It is not in London, online or by phone",
  spam: "It is spam (nobody is told)",
};

interface ActionForm {
  row: SuggestionRow;
  filled: Filled;
  organisations: readonly Organisation[];
  token: string;
}

const text = (filled: Filled, name: string, label: string, hint: string) => textField({ name, label, hint, rows: 4, autocomplete: "off", isRevealed: true }, filled);

function organiserFields(kind: "publish" | "pass", { filled, organisations }: ActionForm): Html {
  const options = organisations.map(({ slug, name }) => ({ value: slug, label: name }));
  return html`${selectField({ name: `${kind}-organisation`, label: "Organisation", none: "Choose an organisation", options }, filled)}
${text(filled, `${kind}-note`, "A note to them (optional)", "They see what was written to us, but not by whom.")}`;
}

function choiceFor(action: DeskAction, form: ActionForm): Choice {
  const { row, filled } = form;
  const all: Record<DeskAction, () => Choice> = {
    publish: () => ({ value: "publish", label: "Give it to an organiser to publish", hint: "They get a draft with what is known.", reveals: organiserFields("publish", form) }),
    merge: () => ({
      value: "merge", label: "We list it already",
      reveals: textField({ name: "merge-event", label: "Address of the event’s page", hint: "Copy it from your browser.", autocomplete: "off", isRevealed: true }, filled),
    }),
    answer: () => ({ value: "answer", label: "Answer", reveals: text(filled, "answer-text", "Your answer", "They read it on our website. The email only has a link.") }),
    pass: () => ({ value: "pass", label: "Pass it to an organiser", hint: "They see to it, and answer it.", reveals: organiserFields("pass", form) }),
    ask: () => ({ value: "ask", label: "Ask the person something", reveals: text(filled, "ask-text", "Your question", "They read it and answer on our website. The email only has a link.") }),
    note: () => ({ value: "note", label: "Close it", hint: "You have read it, and nothing is to be answered." }),
    refuse: () => ({
      value: "refuse", label: row.kind === "event" ? "Do not list it" : "It is spam",
      reveals: choices({ kind: "radios", name: "reason", legend: "Why?", options: reasonsFor(row).map((value) => ({ value, label: REASONS[value] })) }, filled),
    }),
  };
  return all[action]();
}

/** All that can be done with it now, each with its own fields. */
export function actionForm(form: ActionForm): Html {
  const options = actionsFor(form.row).map((action) => choiceFor(action, form));
  return html`<form method="post" novalidate><input type="hidden" name="token" value="${form.token}">
${choices({ kind: "radios", name: "action", legend: "What do you want to do?", options }, form.filled)}
<button class="nhsuk-button" type="submit" data-prevent-double-click="true">Confirm</button></form>`;
}
