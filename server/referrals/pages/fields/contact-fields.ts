import { CONTACT_KINDS, EmailAddress, PhoneNumber, type ReferralContact } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import { choices } from "../../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import { readLine } from "../../../pages/fields/read-line.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";

type Kind = ReferralContact["kind"];

const FIELD = { email: "email", text: "mobile", phone: "phone" } as const satisfies Record<Kind, string>;
const LABEL = { email: "Email", text: "Text message", phone: "Phone call" } as const satisfies Record<Kind, string>;

export const EMAIL_MESSAGES = {
  empty: "Enter an email address",
  invalid: "Enter an email address in the correct format, like name@example.com",
};
const PHONE_MESSAGES = { empty: "Enter a phone number", invalid: "Enter a phone number, like 07700 900982 or 020 7946 0018" };

const SCHEMA = { email: EmailAddress, text: PhoneNumber, phone: PhoneNumber } as const;
const MESSAGES = {
  email: EMAIL_MESSAGES,
  text: { ...PHONE_MESSAGES, empty: "Enter a mobile phone number" },
  phone: PHONE_MESSAGES,
} as const;

export interface ContactFields {
  legend: string;
  isHeading?: boolean;
  hint?: string;
  /** The answer is about who fills in the form, so that their browser may know it. */
  isOwn: boolean;
}

function valueField(kind: Kind, isOwn: boolean): TextField {
  const autocomplete = isOwn ? (kind === "email" ? "email" : "tel") : "off";
  const label = { email: "Email address", text: "Mobile phone number", phone: "Phone number" }[kind];
  const field = { name: FIELD[kind], label, autocomplete, isRevealed: true };
  return kind === "email" ? { ...field, type: "email" } : { ...field, type: "tel", width: 20 };
}

/** One way to reach a person. */
export function contactFields({ isOwn, ...legend }: ContactFields, filled: Filled): Html {
  const options = CONTACT_KINDS.map((kind) => ({ value: kind, label: LABEL[kind], reveals: textField(valueField(kind, isOwn), filled) }));
  return choices({ kind: "radios", name: "contact", ...legend, options }, filled);
}

/** Where no way is chosen but just one is filled in, that one is meant. */
function kindOf(form: URLSearchParams): Kind | undefined {
  const chosen = CONTACT_KINDS.find((kind) => kind === form.get("contact"));
  const filled = CONTACT_KINDS.filter((kind) => form.get(FIELD[kind])?.trim());
  return chosen ?? (filled.length === 1 ? filled[0] : undefined);
}

export function readContact(form: URLSearchParams, unchosen: string): Reading<ReferralContact> {
  const kind = kindOf(form);
  if (!kind) return { errors: [{ field: "contact", message: unchosen }] };
  const read = readLine(form, FIELD[kind], SCHEMA[kind], MESSAGES[kind]);
  return "errors" in read ? read : { value: { kind, value: read.value } };
}

export function fillContact({ kind, value }: ReferralContact): Record<string, string> {
  return { contact: kind, [FIELD[kind]]: value };
}

/** `Email to name@example.com` and the like. */
export function contactWords({ kind, value }: ReferralContact): string {
  return `${LABEL[kind]} to ${value}`;
}
