import { html } from "hono/html";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { longDate } from "../../wording/dates.ts";
import { sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { isInPart, QUEUE_PARTS, readQueue, type QueueEntry, type QueuePart } from "./read-queue.ts";

const MOST_SHOWN = 100;

const PARTS: Record<QueuePart, string> = {
  all: "Waits for you", suggestions: "Suggestions", questions: "Questions and feedback", events: "Events to approve", others: "Waits for others",
};

export const KIND_WORDS: Record<QueueEntry["kind"], { colour: string; words: string }> = {
  event: { colour: "blue", words: "Suggestion" },
  question: { colour: "purple", words: "Question" },
  wrong: { colour: "orange", words: "Something wrong" },
  praise: { colour: "green", words: "Praise" },
  other: { colour: "grey", words: "Feedback" },
  awaiting: { colour: "yellow", words: "Event to approve" },
};

const STATE_WORDS = { open: "", asked: "Waits for an answer from the person", passed: "With the organiser", closed: "" } as const;

const tag = (colour: string, words: string) => html`<strong class="nhsuk-tag nhsuk-tag--${colour}">${words}</strong>`;

function note({ state, isUnconfirmed, dates }: QueueEntry): OptionalHtml {
  const words = [STATE_WORDS[state], isUnconfirmed ? "Address not confirmed" : "", dates > 1 ? `${dates} dates` : ""].filter(Boolean);
  return words.length === 0 ? undefined : html`<br><span class="nhsuk-u-secondary-text-colour">${words.join(", ")}</span>`;
}

function cell(name: string, content: Html | string): Html {
  return html`<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">${name} </span>${content}</td>`;
}

function table(entries: readonly QueueEntry[], caption: string): Html {
  return html`<table class="nhsuk-table-responsive" role="table"><caption class="nhsuk-u-visually-hidden">${caption}, oldest first</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${["What", "Kind", "Since"].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">${entries.map((entry) => html`<tr class="nhsuk-table__row" role="row">
${cell("What", html`<div><a href="${entry.href}">${entry.title}</a>${note(entry)}</div>`)}
${cell("Kind", tag(KIND_WORDS[entry.kind].colour, KIND_WORDS[entry.kind].words))}
${cell("Since", longDate(entry.since))}</tr>`)}</tbody></table>`;
}

/** What waits for an alliance, oldest first, with counts by kind. */
export function registerQueueList(routes: DeskRoutes, { db, referrals: { ring } }: DeskDependencies): void {
  routes.get("coordinator", "/desk/queue", async (c, visit) => {
    const all = await readQueue(db, ring, visit);
    const shown = QUEUE_PARTS.find((part) => part === c.req.query("show")) ?? "all";
    const entries = all.filter((entry) => isInPart(entry, shown));
    const countOf = (part: QueuePart) => all.filter((entry) => isInPart(entry, part)).length;
    const tab = (part: QueuePart) =>
      html`<li><a href="/desk/queue?show=${part}"${part === shown && html` aria-current="page"`}>${PARTS[part]} (${countOf(part)})</a></li>`;
    return sendTitled(c, visit, { title: "Queue", current: "queue", isWide: true }, html`
<nav aria-label="Parts of the queue"><ul class="nhsuk-list hwbe-row-actions">${QUEUE_PARTS.map(tab)}</ul></nav>
${entries.length > 0 ? table(entries.slice(0, MOST_SHOWN), PARTS[shown]) : html`<p>Nothing is here.</p>`}
${entries.length > MOST_SHOWN && html`<p>These are the oldest ${MOST_SHOWN}. The others follow when you have dealt with them.</p>`}`);
  });
}
