import type { Event } from "../../../contract/event.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { isForAnother, type Question, type SelfBookedBy } from "./question.ts";

const LABELS = {
  patient: "Me – I have, or have had, cancer",
  carer: "Me – I care for somebody, or am family or a friend",
  "carer-for-patient": "Somebody I care for",
} as const satisfies Record<SelfBookedBy, string>;

/** Those who may come to an event and book here. */
export function bookersOf({ audience }: Event): SelfBookedBy[] {
  const carers: SelfBookedBy[] = audience.includes("carers") ? ["carer"] : [];
  return audience.includes("patients") ? ["patient", ...carers, "carer-for-patient"] : carers;
}

export const forWhom: Question = {
  slug: "for-whom",
  key: "bookedBy",
  isAsked: ({ event }) => bookersOf(event).length > 1,
  title: () => "Who is this place for?",
  fields: ({ event }, filled) =>
    choices({
      kind: "radios",
      name: "for-whom",
      legend: "Who is this place for?",
      isHeading: true,
      options: bookersOf(event).map((value) => ({ value, label: LABELS[value] })),
    }, filled),
  read(form, { event, answers }) {
    const bookedBy = bookersOf(event).find((one) => one === form.get("for-whom"));
    if (!bookedBy) return { errors: [{ field: "for-whom", message: "Select who this place is for" }] };
    const changed = { ...answers, bookedBy };
    // The name that was given is another person's now.
    return { value: isForAnother(changed) === isForAnother(answers) ? changed : { ...changed, name: undefined } };
  },
  fill: ({ bookedBy }) => (bookedBy ? { "for-whom": bookedBy } : {}),
  row: ({ answers: { bookedBy } }) => ["For", bookedBy ? LABELS[bookedBy] : ""],
};
