import { contactFields, contactWords, fillContact, readContact } from "../fields/contact-fields.ts";
import { isForAnother, type Asked, type Question } from "./question.ts";

function title({ answers }: Asked): string {
  return isForAnother(answers) ? "How can the organiser reach you or them?" : "How can the organiser reach you?";
}

export const contact: Question = {
  slug: "contact",
  key: "contact",
  isAsked: () => true,
  title,
  fields: (asked, filled) =>
    contactFields({
      legend: title(asked),
      isHeading: true,
      hint: "Choose one. We use it to tell you about this event only.",
      isOwn: !isForAnother(asked.answers),
    }, filled),
  read(form, { answers }) {
    const read = readContact(form, "Select email, text message or phone call");
    return "errors" in read ? read : { value: { ...answers, contact: read.value } };
  },
  fill: ({ contact }) => (contact ? fillContact(contact) : {}),
  row: ({ answers: { contact } }) => ["How to reach you", contact ? contactWords(contact) : ""],
};
