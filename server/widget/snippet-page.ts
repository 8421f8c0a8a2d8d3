import { html } from "hono/html";
import { codeBlock } from "../pages/api-reference.ts";
import { choices } from "../pages/fields/choices.ts";
import type { Filled } from "../pages/fields/filled.ts";
import { selectField } from "../pages/fields/select-field.ts";
import type { Html } from "../pages/markup.ts";
import type { Release } from "./releases.ts";
import { snippetFrame, snippetHeight, snippetPolicy, snippetTag, type SnippetChoices, type snippetValues } from "./snippet.ts";

export interface SnippetView {
  baseUrl: string;
  params: URLSearchParams;
  choices: SnippetChoices;
  values: ReturnType<typeof snippetValues>;
  /** Undefined while no version could be read from the database. */
  release: Release | undefined;
}

const SELECTS = [
  ["alliance", "Only events of one alliance"],
  ["organiser", "Only events of one organiser"],
  ["tumour-group", "Only events for one cancer"],
  ["topic", "Only events on one topic"],
  ["borough", "Only events in one borough"],
] as const;

function fields({ params, values, release }: SnippetView): Html {
  const filled: Filled = { form: params, errors: [] };
  const radios = (name: "theme" | "mode" | "heading-level" | "sync", legend: string, none: string) =>
    choices({ kind: "radios", name, legend, options: [{ value: "", label: none }, ...values[name]] }, { ...filled, form: params.has(name) ? params : new URLSearchParams({ [name]: "" }) });
  const updates = { form: params.has("updates") ? params : new URLSearchParams({ updates: "follow" }), errors: [] };
  return html`${SELECTS.map(([name, label]) => selectField({ name, label, none: "All", options: values[name] }, filled))}
${radios("theme", "Colours", "Those of your page")}
${radios("mode", "Who is it for?", "For everybody")}
${radios("heading-level", "Level of the finder’s heading", "Level 2")}
${radios("sync", "What people search for", "Not kept")}
${release && choices({
    kind: "radios", name: "updates", legend: "New versions",
    options: [
      { value: "follow", label: "Follow fixes", hint: "Best for most websites" },
      { value: "pinned", label: `Stay with version ${release.version}`, hint: "One file, checked by its integrity. You change the tag when you want a new version. Not for clinical teams, and keeps no search." },
    ],
  }, updates)}`;
}

function preview({ choices: { attributes } }: SnippetView): Html {
  const { alliance, organiser, topic, borough, theme, mode } = attributes;
  return html`<script type="module" src="/widget/v1/hwbe-finder.js"></script>
<script type="module" src="/assets/snippet.js"></script>
<p class="nhsuk-u-visually-hidden" id="made" role="status"></p>
<div class="hwbe-preview__frame"><hwbe-finder heading-level="${attributes["heading-level"] ?? "3"}" alliance="${alliance ?? ""}" organiser="${organiser ?? ""}"
tumour-group="${attributes["tumour-group"] ?? ""}" topic="${topic ?? ""}" borough="${borough ?? ""}" theme="${theme ?? ""}" mode="${mode ?? ""}" page-size="5"><a href="/events">Find cancer wellbeing events</a></hwbe-finder></div>`;
}

/** Where a web editor chooses, looks, and copies the tag. */
export function snippetPage(view: SnippetView): Html {
  const { baseUrl, choices: chosen, release } = view;
  return html`<a class="nhsuk-back-link" href="/developers#widget">For developers</a>
<h1 class="nhsuk-heading-xl">Put the finder on your website</h1>
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-one-third"><form class="hwbe-make-tag" method="get" action="/developers/snippet">
<h2 class="nhsuk-heading-m">Choose</h2>
${fields(view)}
<button class="nhsuk-button" type="submit">Make the tag</button>
</form></div>
<div class="nhsuk-grid-column-two-thirds">
<h2 class="nhsuk-heading-m">Copy</h2>
<p>Paste this where the finder should be:</p>
${codeBlock("The tag", snippetTag(chosen, { baseUrl, release }))}
<p>If your website has a content security policy, it needs these sources. The last line only where it asks for trusted types.</p>
${codeBlock("Sources for a content security policy", snippetPolicy(baseUrl))}
<p>If your website takes no scripts, frame the finder as a page. Whoever runs this service must put your website on its list first. Where frames are not taken either, <a href="/events">link to the list of events</a>.</p>
${codeBlock("A frame", snippetFrame(chosen, baseUrl))}
<p>Inside the frame, the finder tells your page its height with <code>postMessage</code>. If your page can run this script, the frame gets as high as the finder:</p>
${codeBlock("A script for the height of the frame", snippetHeight(baseUrl))}
<h2 class="nhsuk-heading-m" id="look">Look</h2>
${preview(view)}
</div></div>`;
}
