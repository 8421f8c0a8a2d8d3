import { html } from "hono/html";
import type { Context } from "hono";
import { EmailAddress, PhoneNumber, type ReferralContact } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import { readReference } from "../../reference.ts";
import { errorSummary } from "../../../pages/fields/error-summary.ts";
import type { FieldError, Filled, Reading } from "../../../pages/fields/filled.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { sendTitled } from "../private-page.ts";

/** A booking that somebody looks for. */
interface Sought {
  reference: string;
  contact: ReferralContact;
}

function contactOf(typed: string): ReferralContact | undefined {
  const email = EmailAddress.safeParse(typed);
  if (email.success) return { kind: "email", value: email.data };
  const phone = PhoneNumber.safeParse(typed);
  return phone.success ? { kind: "phone", value: phone.data } : undefined;
}

export function readFind(form: URLSearchParams): Reading<Sought> {
  const reference = readReference(form.get("reference") ?? "");
  const contact = contactOf(form.get("contact") ?? "");
  if (reference !== undefined && contact) return { value: { reference, contact } };
  const errors: FieldError[] = [];
  if (reference === undefined) errors.push({ field: "reference", message: "Enter a reference, like HWB-7K3M-9QXT" });
  if (!contact) errors.push({ field: "contact", message: "Enter an email address or a phone number" });
  return { errors };
}

const REFERENCE: TextField = { name: "reference", label: "Reference", hint: "For example: HWB-7K3M-9QXT", autocomplete: "off", width: 20 };
const CONTACT: TextField = {
  name: "contact",
  label: "Your email address or phone number",
  hint: "The one that you gave when you booked.",
  autocomplete: "off",
  width: 30,
};

export const FIND_TITLE = "Find your booking";

export function findPage(filled: Filled, token: string): Html {
  return html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">${FIND_TITLE}</h1>
<p>We send you the link to see, change or cancel it.</p>
<form method="post" novalidate>
<input type="hidden" name="token" value="${token}">
${textField(REFERENCE, filled)}
${textField(CONTACT, filled)}
<button class="nhsuk-button" type="submit">Send me the link</button>
</form>`;
}

export const SENT_TITLE = "Check your email";

/** The answer to every request for a link: it does not tell whether there is such a booking. */
export const SENT_PAGE = html`<h1 class="nhsuk-heading-l">${SENT_TITLE}</h1>
<p>If they match a booking, we have sent the link to its email address.</p>
<p>If nothing comes, look in your junk folder. Then <a href="/referrals">try again</a>.</p>
<p>If you booked without an email address, call the organiser. <a href="/events">The page of the event</a> has their number.</p>`;

/** 404, alike for every link that is not ours. */
export function linkNotFoundPage(c: Context): Promise<Response> {
  return sendTitled(c, { title: "We can’t find this booking" }, html`
<p>The link may be old, or a part of it is missing. Try to copy all of it.</p>
<p><a href="/referrals">Ask us to send the link again</a></p>
<p><a href="/events">Find events</a></p>`, 404);
}
