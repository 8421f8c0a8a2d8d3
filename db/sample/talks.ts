import type { SampleSeries } from "./sample-series.ts";

const ANY = ["newly-diagnosed", "during-treatment", "after-treatment"];
const AFTER = ["end-of-treatment", "after-treatment", "long-term-follow-up"];

/** Made-up talks and groups, in public libraries and online, on what the other series leave out. */
export const talks: readonly SampleSeries[] = [
  {
    key: "brain-fog-john-harvard-library", title: "Brain fog: when your memory lets you down", organiser: "guys-and-st-thomas", venue: "john-harvard-library",
    forWhom: "Anyone who finds it hard to think clearly during or after treatment", summary: "Why treatment can cloud your mind, and small habits that help you remember.",
    bring: "Your diary or phone, to try the ideas out.", topics: ["memory-and-concentration", "fatigue"], stages: ANY, for: "both",
    dates: { weekday: 3, everyWeeks: 5, times: 4, fromDay: 9 }, at: [13, 0, 75], places: { capacity: 16, taken: [13, 5, 1] }, effort: "seated",
  },
  {
    key: "stop-smoking-lea-bridge-library", title: "Stop smoking: help with the first week", organiser: "barts-health", venue: "lea-bridge-library", kind: "drop-in",
    forWhom: "Anyone with cancer who smokes, and the people they live with", summary: "An adviser helps you choose a day, a plan and something for the cravings. Nobody will tell you off.",
    topics: ["stopping-smoking", "prehabilitation"], stages: ["newly-diagnosed", "preparing-for-treatment", "during-treatment"], for: "both",
    dates: { weekday: 1, everyWeeks: 2, times: 6, fromDay: 4 }, at: [15, 0, 120], booking: { route: "drop-in" }, places: null, interpreter: "on-request",
  },
  {
    key: "skin-cancer-west-library", title: "Safe in the sun after skin cancer", organiser: "whittington-health", venue: "west-library-islington", forWhom: "Anyone who has had skin cancer, and their families",
    summary: "A nurse shows how to check your skin, and how to enjoy the garden without burning.", topics: ["skin-care", "signs-of-recurrence"], tumourGroups: ["skin"], stages: AFTER, for: "both",
    dates: { weekday: 4, everyWeeks: 9, times: 3, fromDay: 20 }, at: [14, 0, 75], places: { capacity: 20, taken: [9, 2, 0] },
  },
  {
    key: "kidney-cancer-higham-hill-library", title: "Kidney cancer: meet and ask", organiser: "barts-health", venue: "higham-hill-library", forWhom: "Anyone with kidney cancer, and one person they want to bring",
    summary: "An informal morning with a specialist nurse and others in the same boat.", topics: ["peer-support", "clinical-trials"], tumourGroups: ["kidney"], stages: [...ANY, "active-monitoring"], for: "both",
    dates: { weekday: 2, everyWeeks: 8, times: 3, fromDay: 13 }, at: [10, 30, 90], places: { capacity: 14, taken: [6, 1, 0] }, effort: "seated",
  },
  {
    key: "fertility-questions", title: "Fertility and cancer: your questions answered", organiser: "trekstock", forWhom: "Adults under 45 who may want children one day, and their partners",
    summary: "A fertility nurse explains the choices before and after treatment. Ask out loud or type your question.", topics: ["fertility", "sex-and-intimacy"], stages: ["newly-diagnosed", "preparing-for-treatment", "after-treatment"],
    for: "both", dates: { weekday: 3, everyWeeks: 6, times: 4, fromDay: 11 }, at: [18, 30, 75], places: { capacity: 30, taken: [16, 4, 0] }, booking: { route: "organiser", url: "https://www.trekstock.com/" }, bsl: "on-request",
  },
  {
    key: "secondary-breast-cancer-group", title: "Living with secondary breast cancer", organiser: "breast-cancer-now", forWhom: "People whose breast cancer has spread", summary: "A monthly group online where nobody needs the word 'secondary' explained.",
    topics: ["peer-support", "emotional-wellbeing"], tumourGroups: ["breast", "secondary-cancer"], stages: ["living-with-advanced-cancer"], dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 9 }, at: [10, 30, 90],
    places: { capacity: 18, taken: [15, 9, 6, 2] }, effort: "seated",
  },
  {
    key: "brain-tumour-group", title: "Brain tumour group", organiser: "uclh", venue: "uch-macmillan-cancer-centre", forWhom: "Adults with a brain or spinal tumour, and the people who look after them", summary: "Swap tips on seizures, driving and tiredness, in a calm and quiet room.",
    topics: ["peer-support", "memory-and-concentration"], tumourGroups: ["brain-and-cns"], stages: ANY, for: "both", dates: { weekday: 1, everyWeeks: 8, times: 3, fromDay: 10 }, at: [14, 0, 90], places: { capacity: 15, taken: [10, 3, 0] }, breaks: true, effort: "seated",
  },
  {
    key: "eating-with-pancreatic-cancer", title: "Eating with pancreatic cancer", organiser: "royal-free-london", format: "phone", kind: "one-to-one", forWhom: "People with pancreatic cancer under the Royal Free", summary: "A dietitian rings you about enzymes, weight and food that goes down well.",
    topics: ["nutrition", "side-effects"], tumourGroups: ["pancreatic"], stages: ANY, dates: { weekday: 4, everyWeeks: 2, times: 6, fromDay: 5 }, at: [9, 0, 30], places: { capacity: 4, taken: [4, 3, 1, 0] }, booking: { route: "here", self: true, professional: true },
  },
  {
    key: "ovarian-cancer-online", title: "Ovarian cancer: meet and talk", organiser: "ovacome", forWhom: "Anyone with ovarian cancer", summary: "Bring a cup of tea to your screen and meet others who know what it is like.", topics: ["peer-support", "fear-of-recurrence"], tumourGroups: ["ovarian"],
    stages: [...ANY, "living-with-advanced-cancer"], dates: { weekday: 2, everyWeeks: 4, times: 6, fromDay: 12 }, at: [11, 0, 75], places: { capacity: 20, taken: [8, 5, 1] },
  },
  {
    key: "waiting-for-results", title: "Waiting for test results: what helps", organiser: "macmillan", forWhom: "Anyone who is having tests for cancer, and their families", summary: "Practical ways through the wait, and who can answer which question.",
    topics: ["emotional-wellbeing", "information-drop-in"], stages: ["waiting-for-tests"], for: "both", dates: { weekday: 5, everyWeeks: 2, times: 6, fromDay: 3 }, at: [12, 30, 45], places: { capacity: 40, taken: [22, 6, 0] },
  },
  {
    key: "watch-and-wait", title: "Watch and wait: living with regular checks", organiser: "leukaemia-care", forWhom: "People whose blood cancer is being watched and not treated yet", summary: "How others live with the checks, and with the days between them.",
    topics: ["fear-of-recurrence", "self-management"], tumourGroups: ["leukaemia", "lymphoma"], stages: ["active-monitoring"], for: "both", dates: { weekday: 3, everyWeeks: 8, times: 3, fromDay: 17 }, at: [17, 0, 75], places: { capacity: 35, taken: [12, 3, 0] },
  },
  {
    key: "telling-brothers-and-sisters", title: "When a child has cancer: talking with brothers and sisters", organiser: "great-ormond-street", forWhom: "Parents and carers of a child with cancer", summary: "What children understand at each age, and words that you can use tonight.",
    topics: ["carers-and-family", "emotional-wellbeing"], tumourGroups: ["children"], for: "carers", dates: { weekday: 2, everyWeeks: 9, times: 3, fromDay: 22 }, at: [19, 0, 60], places: { capacity: 25, taken: [7, 0] },
  },
];
