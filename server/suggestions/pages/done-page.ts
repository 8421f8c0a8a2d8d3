import { html } from "hono/html";
import type { Context } from "hono";
import { z } from "zod";
import { SUGGESTION_KINDS } from "../suggestion.ts";
import { sendPublic } from "./public-page.ts";

/** What the page after the form has to know. */
export const Told = z.object({ reference: z.string(), kind: z.enum(SUGGESTION_KINDS), hasEmail: z.boolean() });
export type Told = z.infer<typeof Told>;

const NEXT = {
  event: "The cancer alliance looks at it within 5 working days. They ask the organiser to list the event.",
  other: "The cancer alliance reads it within 5 working days. They may pass it to the organiser of the event.",
} as const;

/** What happens next. It tells nothing of what was written. */
export function sendDone(c: Context, { reference, kind, hasEmail }: Told): Promise<Response> {
  return sendPublic(c, { title: "Thank you, we have it" }, html`
<p class="nhsuk-body-l">Your reference is <strong class="hwbe-reference">${reference}</strong></p>
<h2 class="nhsuk-heading-m">What happens next</h2>
${hasEmail && html`<p>We send you an email. Follow its link to confirm your address. It can take a few minutes: look in your junk mail too.</p>`}
<p>${NEXT[kind === "event" ? "event" : "other"]}</p>
<p>${hasEmail ? "We write to you when there is an answer or a question." : "You gave no email address, so we cannot write back."}</p>
<p><a href="/events">Find events</a></p>`);
}
