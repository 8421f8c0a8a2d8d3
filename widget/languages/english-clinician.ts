import { time, timeRange } from "../../server/wording/dates.ts";
import { londonDate } from "../../server/wording/london-time.ts";
import type { Concern, ConcernGroup } from "../concerns.ts";
import { english } from "./english.ts";

interface RecordFacts {
  readonly title: string;
  readonly when: string;
  readonly where: string;
  readonly url: string;
}

const brief = (instant: number) => english.dates.block(instant).join(" ");

function hours(part: { startsAt: string; endsAt: string }): string {
  const [start, end] = [Date.parse(part.startsAt), Date.parse(part.endsAt)];
  return londonDate(start) === londonDate(end) ? timeRange(start, end) : `${time(start)} to ${brief(end)}, ${time(end)}`;
}

/** The words that clinicians alone need, in English. */
export const englishClinician = {
  shortlist: {
    title: (count: number) => `Shortlist (${english.countEvents(count)})`,
    empty: "Add events from the list. You can then refer a patient to all of them, or print a sheet.",
    kept: "Kept until this browser tab is closed. In the list: up and down arrows move between events, S adds to the shortlist.",
    clear: "Clear shortlist",
  },

  row: {
    /** `Tue 3 Mar` */
    brief,
    /** `2pm to 4:30pm`, or `2pm to Wed 4 Mar, 4pm` */
    hours,
    both: "You or they book",
    professional: "You refer",
    self: "They book",
    forWhom: (groups: readonly string[], isForCarers: boolean) => {
      const who = groups.length > 3 ? `${groups.length} types of cancer` : groups.join(", ") || "All cancers";
      return isForCarers ? `Carers: ${who.toLowerCase()}` : who;
    },
    add: "Add to shortlist",
    added: "In shortlist",
  },

  refer: {
    all: (count: number) => `Refer a patient to ${english.countEvents(count)}`,
    some: (limit: number) => `You can refer to ${limit} events at once: the first ${limit} of this list.`,
    notHere: (why: string) => `You cannot refer to this here. ${why}.`,
    elsewhere: "The organiser gives the places",
  },

  usual: {
    on: "Your usual filters are on.",
    clear: "Clear usual filters",
  },

  record: {
    line: ({ title, when, where, url }: RecordFacts) => `Health and wellbeing event offered: ${title}, ${when}, ${where}. Information given. ${url}`,
    label: "For the patient record",
    copy: (count: number) => (count === 1 ? "Copy a line for the record" : `Copy ${count} lines for the record`),
  },

  concerns: {
    title: (count: number) => (count > 0 ? `Concerns (${count} chosen)` : "Concerns"),
    hint: "Choose what your patient told you, as in a holistic needs assessment. The list then keeps to topics that help. What you choose here stays on this page: only the topics are looked up.",
    none: (concern: string) => `${concern} (no events now)`,
    from: (concerns: readonly string[]) => `From concerns: ${concerns.join("; ")}`,
    groups: {
      physical: "Body",
      practical: "Practical",
      family: "Family and relationships",
      emotional: "Feelings",
      spiritual: "Faith and meaning",
      information: "Information",
    } satisfies Record<ConcernGroup, string>,
    labels: {
      tiredness: "Tiredness, fatigue",
      sleeping: "Sleep",
      pain: "Pain, discomfort",
      numbness: "Tingling, numb hands or feet",
      breathing: "Short of breath",
      appetite: "Appetite, taste",
      weight: "Weight gain or loss",
      nausea: "Feeling or being sick",
      mouth: "Mouth, swallowing, voice",
      toilet: "Bladder, bowel",
      stoma: "Life with a stoma",
      swelling: "Swelling",
      flushes: "Hot flushes, menopause",
      memory: "Memory, concentration",
      fitness: "Moving about, fitness",
      skin: "Skin, nails",
      hair: "Hair loss",
      looks: "How the body looks",
      sex: "Sex, closeness",
      fertility: "Having children",
      money: "Money, benefits, housing",
      work: "Work, education",
      travel: "Travel, parking",
      "daily-life": "Shopping, housework, daily life",
      "caring-for-others": "Caring for someone",
      smoking: "Smoking",
      "free-time": "Hobbies, time outdoors",
      partner: "Partner",
      children: "Children",
      relatives: "Other family, friends",
      "losing-someone": "Death of someone close",
      worry: "Worry, fear, anxiety",
      sadness: "Sadness, low mood",
      anger: "Anger, frustration",
      tension: "Stress, feeling tense",
      loneliness: "Loneliness",
      "lost-interest": "No interest in things",
      "what-next": "Not sure what comes next",
      confidence: "Confidence, being independent",
      faith: "Faith, religion",
      meaning: "Meaning of life",
      future: "Plans, wills, future care",
      illness: "About the illness",
      "before-treatment": "Before treatment starts",
      "lasting-effects": "Effects that last",
      "coming-back": "Signs that cancer is back",
      research: "Research, trials",
      "eating-and-exercise": "Healthy food, exercise",
      "meeting-others": "Support groups",
    } satisfies Record<Concern, string>,
  },
};
