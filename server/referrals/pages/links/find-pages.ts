import { html } from "hono/html";
import type { Context } from "hono";
import { EmailAddress, PhoneNumber, type ReferralContact } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import { readReference } from "../../reference.ts";
import { errorSummary } from "../fields/error-summary.ts";
import type { FieldError, Filled, Reading } from "../fields/filled.ts";
import { textField } from "../fields/text-field.ts";
import { sendPage } from "../private-page.ts";

export interface Wanted {
  reference: string;
  contact: ReferralContact;
}

function contactOf(typed: string): ReferralContact | undefined {
  const email = EmailAddress.safeParse(typed);
  if (email.success) return { kind: "email", value: email.data };
  const phone = PhoneNumber.safeParse(typed);
  return phone.success ? { kind: "phone", value: phone.data } : undefined;
}

export function readFind(form: URLSearchParams): Reading<Wanted> {
  const reference = readReference(form.get("reference") ?? "");
  const contact = contactOf(form.get("contact") ?? "");
  if (reference !== undefined && contact) return { value: { reference, contact } };
  const errors: FieldError[] = [];
  if (reference === undefined) errors.push({ field: "reference", message: "Enter a reference, like HWB-7K3M-9QXT" });
  if (!contact) errors.push({ field: "contact", message: "Enter an email address or a phone number" });
  return { errors };
}

export const FIND_TITLE = "Find your booking";

export function findPage(filled: Filled, token: string): Html {
  return html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${FIND_TITLE}</h1>
<p>We send you the link to see, change or cancel it.</p>
<form method="post" novalidate>
<input type="hidden" name="token" value="${token}">
${textField({ name: "reference", label: "Reference", hint: "For example: HWB-7K3M-9QXT", autocomplete: "off", width: 20 }, filled)}
${textField({ name: "contact", label: "Your email address or phone number", hint: "The one that you gave when you booked.", autocomplete: "off", width: 30 }, filled)}
<button class="nhsuk-button" type="submit">Send me the link</button>
</form>`;
}

export const SENT_TITLE = "Check your email";

/** The answer to every request for a link: it does not tell whether there is such a booking. */
export const SENT_PAGE = html`<h1 class="nhsuk-heading-l">${SENT_TITLE}</h1>
<p>If they match a booking, we have sent the link to its email address.</p>
<p>If nothing comes, look in your junk folder. Then <a href="/referrals">try again</a>.</p>
<p>If you booked without an email address, call the organiser. <a href="/events">The page of the event</a> has their number.</p>`;

const NOT_FOUND = "We can’t find this booking";

/** 404, alike for every link that is not ours. */
export function linkNotFoundPage(c: Context): Promise<Response> {
  return sendPage(c, { title: NOT_FOUND }, html`<h1 class="nhsuk-heading-l">${NOT_FOUND}</h1>
<p>The link may be old, or a part of it is missing. Try to copy all of it.</p>
<p><a href="/referrals">Ask us to send the link again</a></p>
<p><a href="/events">Find events</a></p>`, 404);
}
