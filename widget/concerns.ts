import type { Facets } from "../server/contract/event-page.ts";
import type { Scope } from "./attributes.ts";
import type { Filters } from "./state.ts";

/**
 * What people say troubles them in a holistic needs assessment, and the topics of events that help with it. The six groups are those of
 * the assessment as it is used across the NHS (NHS England, "Holistic needs assessment"; Macmillan, "Concerns checklist"); the concerns
 * and their topics are our own. `languages/english-clinician.ts` names both.
 */
export const CONCERNS = {
  physical: {
    tiredness: ["fatigue", "physical-activity"],
    sleeping: ["sleep", "relaxation-and-mindfulness"],
    pain: ["pain-and-discomfort", "complementary-therapies"],
    numbness: ["pain-and-discomfort", "side-effects"],
    breathing: ["breathlessness"],
    appetite: ["nutrition"],
    weight: ["nutrition", "physical-activity"],
    nausea: ["side-effects", "nutrition"],
    mouth: ["swallowing-and-speech", "side-effects"],
    toilet: ["bladder-and-bowel"],
    stoma: ["stoma"],
    swelling: ["lymphoedema"],
    flushes: ["menopause"],
    memory: ["memory-and-concentration"],
    fitness: ["physical-activity", "prehabilitation"],
    skin: ["skin-care"],
    hair: ["hair-loss"],
    looks: ["body-image"],
    sex: ["sex-and-intimacy"],
    fertility: ["fertility"],
  },
  practical: {
    money: ["money-and-benefits"],
    work: ["work"],
    travel: ["local-services", "money-and-benefits"],
    "daily-life": ["local-services", "self-management"],
    "caring-for-others": ["carers-and-family", "local-services"],
    smoking: ["stopping-smoking"],
    "free-time": ["creative", "nature-and-gardening"],
  },
  family: {
    partner: ["carers-and-family", "sex-and-intimacy"],
    children: ["carers-and-family"],
    relatives: ["carers-and-family", "peer-support"],
    "losing-someone": ["bereavement-support"],
  },
  emotional: {
    worry: ["emotional-wellbeing", "fear-of-recurrence", "relaxation-and-mindfulness"],
    sadness: ["emotional-wellbeing"],
    anger: ["emotional-wellbeing"],
    tension: ["relaxation-and-mindfulness", "complementary-therapies"],
    loneliness: ["peer-support"],
    "lost-interest": ["creative", "nature-and-gardening", "emotional-wellbeing"],
    "what-next": ["moving-on", "self-management"],
    confidence: ["self-management", "body-image"],
  },
  spiritual: {
    faith: ["spiritual-care"],
    meaning: ["spiritual-care", "emotional-wellbeing"],
    future: ["planning-ahead"],
  },
  information: {
    illness: ["information-drop-in"],
    "before-treatment": ["prehabilitation", "starting-chemotherapy", "starting-radiotherapy"],
    "lasting-effects": ["side-effects", "moving-on"],
    "coming-back": ["signs-of-recurrence", "fear-of-recurrence"],
    research: ["clinical-trials"],
    "eating-and-exercise": ["nutrition", "physical-activity"],
    "meeting-others": ["peer-support"],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type ConcernGroup = keyof typeof CONCERNS;
export type Concern = { [Group in ConcernGroup]: keyof (typeof CONCERNS)[Group] }[ConcernGroup];

export const CONCERN_GROUPS = Object.keys(CONCERNS) as ConcernGroup[];
const TOPICS = Object.assign({}, ...Object.values(CONCERNS)) as Readonly<Record<Concern, readonly string[]>>;

export function concernsOf(group: ConcernGroup): Concern[] {
  return Object.keys(CONCERNS[group]) as Concern[];
}

export function topicsOf(concern: Concern): readonly string[] {
  return TOPICS[concern];
}

/** The topics that a list can be narrowed to: those that the directory has events on, within what the host page set. */
export function topicsOffered({ topic }: Partial<Facets>, scope: Scope): ReadonlySet<string> {
  const offered = (topic ?? []).map(({ value }) => value);
  return new Set(offered.filter((slug) => scope.topic?.includes(slug) ?? true));
}

/** Concerns of which a topic is still among the filters: a person may have removed it there. */
export function stillChosen(concerns: readonly Concern[], { topic = [] }: Filters): readonly Concern[] {
  return concerns.filter((concern) => topicsOf(concern).some((slug) => topic.includes(slug)));
}

/** The filters with the topics of other concerns in place of those `before`. Topics that a person chose beside them stay. */
export function withConcerns(filters: Filters, before: readonly Concern[], after: readonly Concern[], offered: ReadonlySet<string>): Filters {
  const { topic = [], ...others } = filters;
  const old = new Set(before.flatMap(topicsOf));
  const wanted = after.flatMap(topicsOf).filter((slug) => offered.has(slug));
  const topics = [...new Set([...topic.filter((slug) => !old.has(slug)), ...wanted])];
  return topics.length > 0 ? { ...others, topic: topics } : others;
}
