import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countByBorough, countByGroupAndStage, countOutsideBoroughs, readTerms, type BoroughCount, type GroupAndStageCount } from "../counts/provision.ts";
import type { Question } from "../counts/question.ts";
import type { Scope } from "../scope.ts";
import type { Figure } from "./figure.ts";
import { counted, someOf } from "./number-words.ts";

const MOST_NAMED = 3;

/** Gaps are told of an area: one organisation need not be everywhere. */
function whereMost(boroughs: readonly BoroughCount[], kind: Scope["kind"]): string {
  const most = boroughs.filter(({ events }) => events > 0).toSorted((a, b) => b.events - a.events).slice(0, MOST_NAMED);
  if (most.length === 0) return "No borough has an event in this period.";
  const named = `Most events: ${someOf(most.map(({ name, events }) => `${name} (${events})`))}.`;
  if (kind === "organisation") return named;
  const none = boroughs.filter(({ events }) => events === 0).map(({ name }) => name);
  const gaps = none.length === 0 ? "Every borough has at least one." : `${counted(none.length, "borough has", "boroughs have")} none: ${someOf(none)}.`;
  return `${named} ${gaps}`;
}

/** Where events are held. Numbers of events are public, so all are shown. */
export async function boroughsFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const [boroughs, { online, elsewhere }] = await Promise.all([countByBorough(db, question), countOutsideBoroughs(db, question)]);
  return {
    key: "boroughs",
    title: "Events by borough",
    says: whereMost(boroughs, question.scope.kind),
    picture: { kind: "tile-map", tiles: boroughs.map(({ label, row, column, events }) => ({ row, column, label, count: events })) },
    table: {
      columns: ["Borough", "Events", "Period before"],
      rows: [...boroughs.map(({ name, events, before }) => [name, events, before]), ["Online or by phone", online, ""], ["Outside London", elsewhere, ""]],
    },
    notes: ["Each tile is a borough, about where it lies. A darker tile has more events. A dashed tile has none.", `${counted(online, "more event is", "more events are")} online or by phone.`],
  };
}

const ALL_CANCERS = "All cancers";
const ANY_STAGE = "Any stage";

function gapsIn(events: (group: string, stage: string) => number, terms: Awaited<ReturnType<typeof readTerms>>): string {
  const none = terms.groups.filter(({ slug }) => terms.stages.every((stage) => events(slug, stage.slug) === 0));
  const pairs = terms.groups.flatMap((group) => terms.stages.filter((stage) => events(group.slug, stage.slug) === 0));
  const total = terms.groups.length * terms.stages.length;
  const whole = none.length === 0 ? "" : ` No event names a stage for ${someOf(none.map(({ label }) => label))}.`;
  return `${pairs.length} of ${total} pairs of a tumour group and a stage have no event of their own.${whole}`;
}

function lookUp(counts: readonly GroupAndStageCount[]) {
  const byPair = new Map(counts.map(({ group, stage, events }) => [`${group ?? ""} ${stage ?? ""}`, events]));
  return (group: string, stage: string) => byPair.get(`${group} ${stage}`) ?? 0;
}

/** For whom events are, with the gaps. */
export async function groupsFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const [counts, terms] = await Promise.all([countByGroupAndStage(db, question), readTerms(db)]);
  const events = lookUp(counts);
  const groups = [{ slug: "", label: ALL_CANCERS }, ...terms.groups];
  const stages = [{ slug: "", label: ANY_STAGE }, ...terms.stages];
  return {
    key: "tumour-groups",
    title: "Events by tumour group and stage",
    says: gapsIn(events, terms),
    picture: {
      kind: "grid",
      rows: groups.map(({ label }) => label),
      columns: stages.map(({ label }) => label),
      tiles: groups.flatMap((group, row) => stages.map((stage, column) => ({ row, column, label: "", count: events(group.slug, stage.slug) }))),
    },
    table: {
      columns: ["Tumour group", ...stages.map(({ label }) => label)],
      rows: groups.map((group) => [group.label, ...stages.map((stage) => events(group.slug, stage.slug))]),
    },
    notes: [
      "A dashed tile is a gap: no event of its own. People there can still go to events for all cancers or any stage.",
      "An event for several groups or stages counts in each. A group takes in those that belong to it.",
    ],
  };
}
