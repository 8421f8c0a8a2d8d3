import { fillSessions, partsOf, readSessions, sessionFields, sessionsWords } from "../fields/session-fields.ts";
import { isForAnother, type Asked, type Question } from "./question.ts";

function title({ answers }: Asked): string {
  return isForAnother(answers) ? "Which parts do they want to come to?" : "Which parts do you want to come to?";
}

export const sessions: Question = {
  slug: "sessions",
  key: "sessions",
  isAsked: ({ event }) => partsOf(event).length > 0,
  title,
  fields: (asked, filled) => sessionFields({ name: "sessions", event: asked.event, legend: title(asked), isHeading: true }, filled),
  read(form, { event, answers }) {
    const read = readSessions(form, "sessions", event);
    return "errors" in read ? read : { value: { ...answers, sessions: read.value } };
  },
  fill: ({ sessions }) => (sessions === undefined ? {} : fillSessions("sessions", sessions)),
  row: ({ event, answers: { sessions = null } }) => ["Parts", sessionsWords(event, sessions)],
};
