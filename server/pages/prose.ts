import { html } from "hono/html";
import { telHref, type Html } from "./markup.ts";

/** `[words](address)`. An address is of another site, of a page of ours, or a phone number; anything else stays text. */
const LINK = /\[([^[\]\n]+)\]\((https:\/\/[^\s()]+|\/(?![/\\])[^\s()\\]*|tel:\+?[\d ]+)\)/g;

type Block = { kind: "paragraph" | "list"; lines: string[] };

/** Paragraphs stand apart by an empty line; lines that begin with "- " are a list. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trim())) {
    const kind = line.startsWith("- ") ? "list" : "paragraph";
    if (line === "") open = undefined;
    else if (open?.kind === kind) open.lines.push(line);
    else blocks.push((open = { kind, lines: [line] }));
  }
  return blocks;
}

function hrefOf(address: string): string | undefined {
  if (address.startsWith("tel:")) return telHref(address.slice("tel:".length));
  return address.startsWith("/") || URL.canParse(address) ? address : undefined;
}

function inline(text: string): Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const { 0: whole, 1: words, 2: address = "", index } of text.matchAll(LINK)) {
    const href = hrefOf(address);
    if (href === undefined) continue;
    parts.push(html`${text.slice(from, index)}<a href="${href}">${words}</a>`);
    from = index + whole.length;
  }
  return [...parts, html`${text.slice(from)}`];
}

/**
 * Plain text as people at the desk write it, as HTML: paragraphs, lists with "- ", and links as `[words](https://…)`. Nothing else in it is
 * markup: whatever was typed, the answer has no tags but `p`, `ul`, `li` and `a`.
 */
export function prose(text: string): Html {
  return html`${blocksOf(text).map(({ kind, lines }) => {
    if (kind === "paragraph") return html`<p>${inline(lines.join(" "))}</p>\n`;
    return html`<ul>\n${lines.map((line) => html`<li>${inline(line.slice("- ".length).trimStart())}</li>\n`)}</ul>\n`;
  })}`;
}
