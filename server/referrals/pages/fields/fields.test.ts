import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AccessNeeds, ReferralContact } from "../../../contract/referral.ts";
import { contactFields, fillContact, readContact } from "./contact-fields.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { errorSummary } from "../../../pages/fields/error-summary.ts";
import type { FieldError } from "../../../pages/fields/filled.ts";
import { fillNeeds, needsFields, readNeeds } from "./needs-fields.ts";
import { textField } from "../../../pages/fields/text-field.ts";
import { toForm } from "../../../pages/fields/to-form.ts";

const isLine = (text: string, max: number) => /^[^\p{Cc}\u2028\u2029]+$/u.test(text) && text.length <= max;
const line = (max: number) =>
  fc.string({ unit: "grapheme", minLength: 1, maxLength: max }).map((text) => text.trim()).filter((text) => isLine(text, max));
const phone = fc.stringMatching(/^0[1-9]\d{2,3} ?\d{3} \d{4}$/);

const contact: fc.Arbitrary<ReferralContact> = fc.oneof(
  fc.emailAddress().map((value) => ({ kind: "email" as const, value })).filter((email) => ReferralContact.safeParse(email).success),
  phone.map((value) => ({ kind: "text" as const, value })),
  phone.map((value) => ({ kind: "phone" as const, value })),
);

const needs: fc.Arbitrary<AccessNeeds> = fc.record({
  interpreter: line(60), bsl: fc.constant(true), wheelchair: fc.constant(true), hearingLoop: fc.constant(true), other: line(300),
}, { requiredKeys: [], noNullPrototype: true });

/** Any form with the fields of these questions, and with others. */
const anyForm = fc.array(fc.tuple(
  fc.constantFrom("contact", "email", "mobile", "phone", "needs", "language", "other", "name", "x"),
  fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("email", "text", "phone", "interpreter", "bsl", "other", "none", "")),
), { maxLength: 12 }).map((pairs) => new URLSearchParams(pairs));

test("a way to reach somebody is read as it was filled in", () => {
  fc.assert(fc.property(contact, (value) => {
    assert.deepEqual(readContact(toForm(fillContact(value)), "Choose"), { value });
  }));
});

test("needs are read as they were filled in", () => {
  fc.assert(fc.property(needs, (value) => {
    assert.deepEqual(readNeeds(toForm(fillNeeds(value)), { unchosen: "Choose", both: "Not both" }), { value });
  }));
});

test("any form at all gives what the contract allows, or errors of fields that are on the page", () => {
  fc.assert(fc.property(anyForm, (form) => {
    const reach = readContact(form, "Choose");
    const help = readNeeds(form, { unchosen: "Choose", both: "Not both" });
    if ("value" in reach) ReferralContact.parse(reach.value);
    if ("value" in help) AccessNeeds.parse(help.value);
    const errors: FieldError[] = [reach, help].flatMap((read) => ("errors" in read ? read.errors : []));
    const filled = { form, errors };
    const page = `${contactFields({ legend: "Reach", isOwn: true }, filled)}${needsFields({ legend: "Needs", none: "None" }, filled)}`;
    for (const { field } of errors) assert.ok(page.includes(`id="${field}"`), field);
  }));
});

test("where no way is chosen but one is filled in, that one is meant", () => {
  assert.deepEqual(readContact(toForm({ phone: "020 7946 0018" }), "Choose"), { value: { kind: "phone", value: "020 7946 0018" } });
  const both = readContact(toForm({ phone: "020 7946 0018", email: "name@example.com" }), "Choose");
  assert.deepEqual(both, { errors: [{ field: "contact", message: "Choose" }] });
});

test("what was typed stays in the field and cannot end it", () => {
  fc.assert(fc.property(fc.string(), (typed) => {
    const hostile = `${typed}"><script>`;
    const page = `${textField({ name: "name", label: "Name", autocomplete: "name" }, { form: toForm({ name: hostile }), errors: [] })}`;
    assert.doesNotMatch(page, /<script>/);
    assert.match(page, /&quot;&gt;&lt;script&gt;/);
  }));
});

test("an error stands beside its field, describes it, and leads to it from the top of the page", () => {
  const errors = [{ field: "name", message: "Enter your name" }];
  const described = { name: "name", label: "Name", hint: "First and last.", autocomplete: "name" };
  const field = `${textField(described, { form: toForm({}), errors })}`;
  assert.match(field, /aria-describedby="name-hint name-error"/);
  assert.match(field, /id="name-error"><span class="nhsuk-u-visually-hidden">Error: <\/span>Enter your name/);
  assert.match(`${errorSummary(errors)}`, /<a href="#name">Enter your name<\/a>/);
});

test("the first choice carries the id that an error leads to", () => {
  const options = [{ value: "me", label: "Me" }, { value: "you", label: "You" }];
  const page = `${choices({ kind: "radios", name: "who", legend: "Who?", options }, { form: toForm({ who: "you" }), errors: [] })}`;
  assert.match(page, /id="who" name="who" type="radio" value="me">/);
  assert.match(page, /id="who-you" name="who" type="radio" value="you" checked>/);
});
