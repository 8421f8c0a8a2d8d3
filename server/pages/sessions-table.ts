import { html } from "hono/html";
import type { Event, Session } from "../contract/event.ts";
import { longDate, timeRange } from "../wording/dates.ts";
import { londonDate } from "../wording/london-time.ts";
import type { Html, OptionalHtml } from "./markup.ts";

function row({ title, startsAt, endsAt, alone }: Session, sameDay: boolean): Html {
  const start = Date.parse(startsAt);
  const times = timeRange(start, Date.parse(endsAt));
  return html`<tr><td>${sameDay ? times : html`${longDate(start)}<br>${times}`}</td><td class="hwbe-text">${title}${alone && html`<br><span class="hwbe-small">You can come to this part only</span>`}</td></tr>`;
}

/** The parts of an event, and which of them one may come to without the others. */
export function sessionsSection({ sessions, startsAt, endsAt, kind }: Event): OptionalHtml {
  if (sessions.length === 0) return undefined;
  const sameDay = londonDate(Date.parse(startsAt)) === londonDate(Date.parse(endsAt));
  const all = sessions.every(({ alone }) => !alone);
  return html`<section>
<h2>${kind === "course" ? "Sessions" : "Parts of this event"}</h2>
${all && html`<p>Please come to ${sessions.length === 1 ? "this part" : `all ${sessions.length} parts`} if you can.</p>`}
<table>
<thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead>
<tbody>${sessions.map((session) => row(session, sameDay))}</tbody>
</table>
</section>`;
}
