import { html } from "hono/html";
import { EmailAddress } from "../../../contract/referral.ts";
import { contactLines } from "../../../pages/get-a-place.ts";
import { EMAIL_MESSAGES } from "../fields/contact-fields.ts";
import { readLine } from "../../../pages/fields/read-line.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import type { Question } from "./question.ts";

const TITLE = "Where can we send a link to confirm this booking?";
const WHY = "We send you one email. Follow its link within 24 hours, so that we know the booking is real.";
const FIELD: TextField = { name: "email", label: TITLE, isHeading: true, hint: WHY, type: "email", autocomplete: "email" };

export const confirmEmail: Question = {
  slug: "confirm-email",
  key: "email",
  isAsked: ({ mustConfirm, answers }) => mustConfirm && answers.contact?.kind !== "email",
  title: () => TITLE,
  fields: ({ event }, filled) => html`${textField(FIELD, filled)}
<div class="nhsuk-inset-text"><p>No email? The organiser can book for you.</p>${contactLines(event)}</div>`,
  read(form, { answers }) {
    const read = readLine(form, "email", EmailAddress, EMAIL_MESSAGES);
    return "errors" in read ? read : { value: { ...answers, email: read.value } };
  },
  fill: ({ email = "" }) => ({ email }),
  row: ({ answers: { email = "" } }) => ["Email to confirm", email],
};
