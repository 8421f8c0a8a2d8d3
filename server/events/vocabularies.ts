import { FIXED_LABELS, type Term, type TermRef, type Vocabularies } from "../contract/vocabulary.ts";
import type { Reference } from "./reference.ts";

interface TermRow {
  slug: string;
  label: string;
  definition: string | null;
  synonyms: string[];
  misspellings: string[];
  parent?: string | null;
}

function term({ slug, label, definition, synonyms, misspellings, parent = null }: TermRow): Term {
  return { slug, label, parent, definition, synonyms, misspellings };
}

function fixed(labels: Record<string, string>): TermRef[] {
  return Object.entries(labels).map(([slug, label]) => ({ slug, label }));
}

function boroughs({ boroughs, memberships }: Reference): Vocabularies["boroughs"] {
  return boroughs.map((row) => ({
    slug: row.slug,
    label: row.name,
    gss: row.gss,
    alliance: memberships.find(({ borough_gss, valid_to }) => borough_gss === row.gss && valid_to === null)?.alliance ?? null,
    latitude: row.latitude,
    longitude: row.longitude,
    tile: { row: row.tile_row, column: row.tile_column },
  }));
}

function alliances({ alliances, successions, memberships, boroughs }: Reference): Vocabularies["alliances"] {
  const slugs = new Map(boroughs.map(({ gss, slug }) => [gss, slug]));
  return alliances.map((row) => ({
    slug: row.slug,
    label: row.name,
    shortName: row.short_name,
    onsCode: row.ons_code,
    website: row.website,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    predecessors: successions.filter(({ successor }) => successor === row.slug).map(({ predecessor }) => predecessor),
    boroughs: memberships.filter(({ alliance }) => alliance === row.slug).flatMap(({ borough_gss }) => slugs.get(borough_gss) ?? []),
  }));
}

export function toVocabularies(reference: Reference): Vocabularies {
  return {
    topics: reference.topics.map(term),
    tumourGroups: reference.tumourGroups.map(term),
    stages: reference.stages.map(term),
    boroughs: boroughs(reference),
    alliances: alliances(reference),
    formats: fixed(FIXED_LABELS.format),
    kinds: fixed(FIXED_LABELS.kind),
    audiences: fixed(FIXED_LABELS.audience),
    access: fixed(FIXED_LABELS.access),
    booking: fixed(FIXED_LABELS.booking),
    languages: reference.languages.map(({ code, label }) => ({ slug: code.toLowerCase(), label })),
  };
}
