/** What an e-mail says, before it is set as text and as HTML. */
export interface Letter {
  subject: string;
  /** Paragraphs, in order. */
  before: readonly string[];
  /** The one thing to do. */
  link?: { text: string; url: string };
  after: readonly string[];
}

const SIGNATURE = "Events in London";
const PRIVATE = "To keep this private, our emails do not say what the event is. The link does.";

/** Whether the letter is about an event, which it then does not name. */
interface Subject {
  isAboutEvent: boolean;
}

const ABOUT_EVENT: Subject = { isAboutEvent: true };

function paragraphs({ before, link, after }: Letter, { isAboutEvent }: Subject): readonly (string | NonNullable<Letter["link"]>)[] {
  return [...before, ...(link ? [link] : []), ...after, ...(isAboutEvent ? [PRIVATE] : [])];
}

/** The letter as plain text, for readers that show no HTML. */
export function letterText(letter: Letter, about = ABOUT_EVENT): string {
  const parts = paragraphs(letter, about).map((part) => (typeof part === "string" ? part : `${part.text}:\n${part.url}`));
  return `${[...parts, SIGNATURE].join("\n\n")}\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const P = '<p style="margin:0 0 16px">';

function paragraphHtml(part: string | NonNullable<Letter["link"]>): string {
  if (typeof part === "string") return `${P}${escapeHtml(part)}</p>`;
  return `${P}<a href="${escapeHtml(part.url)}" style="font-weight:bold">${escapeHtml(part.text)}</a></p>`;
}

/**
 * The letter as HTML that loads nothing, with no colour but that of its reader, so that it can be read in dark mode, large and narrow.
 */
export function letterHtml(letter: Letter, about = ABOUT_EVENT): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(letter.subject)}</title></head>
<body style="font:18px/1.5 Arial,sans-serif;max-width:36em;padding:16px">
<h1 style="font-size:24px;line-height:1.3;margin:0 0 16px">${escapeHtml(letter.subject)}</h1>
${paragraphs(letter, about).map(paragraphHtml).join("\n")}
<p style="margin:0">${SIGNATURE}</p>
</body>
</html>
`;
}
