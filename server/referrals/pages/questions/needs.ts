import { fillNeeds, needsFields, needsWords, readNeeds } from "../fields/needs-fields.ts";
import { isForAnother, type Asked, type Question } from "./question.ts";

const title = ({ answers }: Asked) => (isForAnother(answers) ? "What do they need to take part?" : "What do you need to take part?");

export const needs: Question = {
  slug: "needs",
  key: "needs",
  isAsked: () => true,
  title,
  fields: (asked, filled) => needsFields({ legend: title(asked), isHeading: true, none: "None of these" }, filled),
  read(form, { answers }) {
    const both = "Select what is needed, or select “None of these”";
    const read = readNeeds(form, { unchosen: both, both });
    return "errors" in read ? read : { value: { ...answers, needs: read.value } };
  },
  fill: ({ needs }) => (needs ? fillNeeds(needs) : {}),
  row: ({ answers: { needs } }) => ["Needs", needs ? needsWords(needs) : ""],
};
