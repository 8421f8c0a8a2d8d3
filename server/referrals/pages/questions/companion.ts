import { choices } from "../../../pages/fields/choices.ts";
import { isForAnother, type Asked, type Question } from "./question.ts";

function title({ answers }: Asked): string {
  return isForAnother(answers) ? "Will you, or anyone else, come with them?" : "Are you bringing somebody with you?";
}

export const companion: Question = {
  slug: "companion",
  key: "companion",
  isAsked: ({ event }) => event.kind !== "one-to-one",
  title,
  fields: (asked, filled) =>
    choices({
      kind: "radios",
      name: "companion",
      legend: title(asked),
      isHeading: true,
      hint: "One other person can come. They take a place too.",
      options: [
        { value: "yes", label: "Yes, one person" },
        { value: "no", label: "No" },
      ],
    }, filled),
  read(form, { answers }) {
    const answer = form.get("companion");
    if (answer === "yes" || answer === "no") return { value: { ...answers, companion: answer === "yes" } };
    return { errors: [{ field: "companion", message: "Select yes if one other person is coming" }] };
  },
  fill: ({ companion }) => (companion === undefined ? {} : { companion: companion ? "yes" : "no" }),
  row: ({ answers }) => ["Another person", answers.companion ? "Yes, one person" : "No"],
};
