import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { openSuggestion } from "../suggestions/sealed-suggestion.ts";
import { suggestionToken } from "../suggestions/suggestion-link.ts";
import type { SuggestionRow } from "../suggestions/suggestion.ts";
import type { MessageRow, NoMail, Sender } from "./compose.ts";
import { letterHtml, letterText, type Letter } from "./letter.ts";
import type { Mail } from "./mail.ts";
import type { MessageKind } from "./words.ts";

type Tx = Transaction<Database>;
type Words = (row: SuggestionRow) => { subject: string; before: readonly string[]; link: string; more?: readonly string[] };

const NOT_YOU = "If you did not write to us, you do not need to do anything.";

/** What a letter says, to who told us and to an organiser's team. No word of what somebody wrote is in it. */
const WORDS: Partial<Record<MessageKind, Words>> = {
  "suggestion-received": ({ kind }) => ({
    subject: "Please confirm your email address",
    before: [kind === "event" ? "You told us about an event. Thank you." : "You wrote to us. Thank you.", "Please confirm that this is your address. Then we can write to you about it."],
    link: "Confirm your email address",
    more: [NOT_YOU],
  }),
  "suggestion-question": () => ({ subject: "We have a question about what you told us", before: ["We need to know a little more. The link shows the question, and you can answer there."], link: "Read the question and answer it" }),
  "suggestion-answer": () => ({ subject: "We have an answer for you", before: ["You wrote to us. The link shows our answer."], link: "Read the answer" }),
  "suggestion-closed": () => ({ subject: "We have looked at what you told us", before: ["You told us about an event. Thank you.", "The link says what became of it."], link: "See what became of it" }),
  "suggested-event": () => ({ subject: "Somebody told us about an event of yours", before: ["Your cancer alliance has made a draft of it for you.", "Look at it, add what is missing, and publish it."], link: "See the draft" }),
  "passed-question": () => ({ subject: "There is a question for you", before: ["Somebody has a question or feedback about your events. Your cancer alliance has passed it to you.", "Please answer it within 5 working days."], link: "Read it and answer" }),
};

/** What a letter says holds only while it stands so. */
const ONLY_WHILE: Partial<Record<MessageKind, SuggestionRow["state"]>> = { "suggestion-question": "asked", "passed-question": "passed" };

async function teamAddress(tx: Tx, organisation: string): Promise<string | undefined> {
  const settings = await tx.selectFrom("referral_settings").select("team_email").where("organisation", "=", organisation).executeTakeFirst();
  return settings?.team_email ?? undefined;
}

async function composeQueueNews(tx: Tx, { baseUrl }: Sender, { id, alliance }: MessageRow): Promise<Mail | NoMail> {
  const contact = await tx.selectFrom("alliance_contact").select("email").where("alliance", "=", alliance).executeTakeFirst();
  if (!contact) return "no-address";
  const letter: Letter = {
    subject: "Something new waits in your queue", before: ["There are new suggestions, questions, or events to approve.", "People wait for your answer."],
    link: { text: "Open the queue", url: `${baseUrl}/desk/queue` }, after: ["We write about it once a day at most."],
  };
  return { id, to: contact.email, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

/** The mail about what somebody told us, or about the queue of an alliance, as things stand now; or why there is none. Throws `SealBrokenError` and `MissingKeyError`. */
export async function composeSuggestionLetter(tx: Tx, sender: Sender, message: MessageRow): Promise<Mail | NoMail> {
  if (message.alliance !== null) return composeQueueNews(tx, sender, message);
  const { ring, baseUrl } = sender;
  const { id, kind, organisation, suggestion_id } = message;
  const row = suggestion_id === null ? undefined : await tx.selectFrom("suggestion").selectAll().where("id", "=", suggestion_id).executeTakeFirst();
  const details = row && openSuggestion(ring, row);
  const words = row && WORDS[kind]?.(row);
  if (!words || !details || (ONLY_WHILE[kind] ?? row.state) !== row.state) return "not-needed";
  const to = organisation === null ? details.email : await teamAddress(tx, organisation);
  if (to === undefined) return "no-address";
  const url = organisation === null ? `${baseUrl}/suggest/${suggestionToken(ring, row.id)}` : `${baseUrl}/desk/questions/${row.id}`;
  const letter: Letter = { subject: words.subject, before: words.before, link: { text: words.link, url }, after: [`The reference is ${row.reference}.`, ...(words.more ?? [])] };
  return { id, to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
