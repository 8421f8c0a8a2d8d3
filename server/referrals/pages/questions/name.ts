import { PersonName } from "../../../contract/referral.ts";
import { readLine } from "../../../pages/fields/read-line.ts";
import { textField } from "../../../pages/fields/text-field.ts";
import { isForAnother, type Asked, type Question } from "./question.ts";

const title = ({ answers }: Asked) => (isForAnother(answers) ? "What is the name of the person you care for?" : "What is your name?");

export const NAME_TOO_LONG = "The name must be 100 characters or fewer, on one line";

export const name: Question = {
  slug: "name",
  key: "name",
  isAsked: () => true,
  title,
  fields(asked, filled) {
    const autocomplete = isForAnother(asked.answers) ? "off" : "name";
    return textField({ name: "name", label: title(asked), isHeading: true, hint: "First name and last name.", autocomplete }, filled);
  },
  read(form, { answers }) {
    const empty = isForAnother(answers) ? "Enter the name of the person you care for" : "Enter your name";
    const read = readLine(form, "name", PersonName, { empty, invalid: NAME_TOO_LONG });
    return "errors" in read ? read : { value: { ...answers, name: read.value } };
  },
  fill: ({ name = "" }) => ({ name }),
  row: ({ answers: { name = "" } }) => ["Name", name],
};
