import type { Vocabularies } from "../contract/vocabulary.ts";
import type { Release } from "./releases.ts";

/** What a web editor chose. Undefined or empty leaves an attribute out. */
export interface SnippetChoices {
  attributes: Readonly<Record<string, string>>;
  /** The exact version, checked by its integrity, or the one that follows fixes. */
  isPinned: boolean;
}

const CHOOSABLE = ["alliance", "organiser", "tumour-group", "topic", "borough", "theme", "mode", "heading-level", "sync"] as const;
export type Attribute = (typeof CHOOSABLE)[number];

type Values = Readonly<Record<Attribute, readonly { value: string; label: string }[]>>;

const FIXED = {
  theme: [{ value: "nhs", label: "Colours of the NHS" }],
  mode: [{ value: "clinician", label: "For clinical teams, with a shortlist" }],
  sync: [{ value: "url", label: "Kept in the address of your page" }],
  "heading-level": ["3", "4", "5"].map((value) => ({ value, label: `Level ${value}` })),
} as const;

/** What can be chosen for each attribute, besides leaving it out. */
export function snippetValues(vocabularies: Vocabularies, organisations: readonly { slug: string; label: string }[]): Values {
  const options = (terms: readonly { slug: string; label: string }[]) => terms.map(({ slug, label }) => ({ value: slug, label }));
  return {
    alliance: options(vocabularies.alliances.filter(({ validTo }) => validTo === null)),
    organiser: options(organisations),
    "tumour-group": options(vocabularies.tumourGroups),
    topic: options(vocabularies.topics),
    borough: options(vocabularies.boroughs),
    ...FIXED,
  };
}

/** Reads the choices of an address. What cannot be chosen is left out. */
export function readSnippet(params: URLSearchParams, values: Values): SnippetChoices {
  const chosen = CHOOSABLE.flatMap((name) => {
    const value = params.get(name);
    return values[name].some((option) => option.value === value) ? [[name, value!] as const] : [];
  });
  const attributes = Object.fromEntries(chosen);
  return { attributes, isPinned: params.get("updates") === "pinned" && !attributes.mode && !attributes.sync };
}

/** `alliance="selca" theme="nhs"`: the values are slugs and fixed words, which need no escaping. */
const written = (attributes: SnippetChoices["attributes"]) => Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");

/** The tag to paste, as HTML. */
export function snippetTag({ attributes, isPinned }: SnippetChoices, { baseUrl, release }: { baseUrl: string; release: Release | undefined }): string {
  const script = isPinned && release
    ? `<script type="module" src="${baseUrl}/widget/${release.version}/hwbe-finder.js"\n  integrity="${release.integrity}" crossorigin="anonymous"></script>`
    : `<script type="module" src="${baseUrl}/widget/v1/hwbe-finder.js"></script>`;
  return `${script}\n<hwbe-finder${written(attributes)}><a href="${baseUrl}/events">Find cancer wellbeing events</a></hwbe-finder>`;
}

/** The frame to paste, as HTML. */
export function snippetFrame({ attributes }: SnippetChoices, baseUrl: string): string {
  const query = new URLSearchParams(attributes).toString();
  return `<iframe src="${baseUrl}/embed${query === "" ? "" : `?${query.replaceAll("&", "&amp;")}`}"\n  title="Find cancer wellbeing events" width="100%" height="900" allow="geolocation; clipboard-write; web-share"></iframe>`;
}

/** For the page around the frame, as HTML. It listens to the frame alone. */
export function snippetHeight(baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  return `<script>
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== "${origin}" || !data || data.type !== "hwbe-height") return;
    for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;
}

/** What a content security policy needs (CSP level 3). */
export function snippetPolicy(baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  return `script-src ${origin};\nconnect-src ${origin};\ntrusted-types lit-html 'allow-duplicates';`;
}
