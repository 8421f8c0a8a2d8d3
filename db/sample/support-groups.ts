import type { SampleSeries } from "./sample-series.ts";

const AFTER = ["after-treatment", "long-term-follow-up"];
const ANY = ["newly-diagnosed", "during-treatment", "after-treatment"];

/** Made-up groups and drop-ins, after the kinds that are really held. */
export const supportGroups: readonly SampleSeries[] = [
  {
    key: "prostate-support-group", title: "Prostate cancer support group", organiser: "guys-and-st-thomas", venue: "guys-urology-centre",
    forWhom: "Men with prostate cancer, and their partners", summary: "Meet other men, ask a specialist nurse, and talk about what helps.",
    happens: "A nurse gives a short talk. Then there is time to talk in small groups over tea.", topics: ["peer-support", "side-effects"],
    tumourGroups: ["prostate"], stages: ANY, for: "both", dates: { weekday: 5, everyWeeks: 4, times: 6 }, at: [14, 0, 120],
    places: { capacity: 30, taken: [12, 9, 4, 2] }, contact: { name: "Urology nurse specialists", phone: "020 7946 0101" }, effort: "seated", breaks: true,
  },
  {
    key: "bladder-support-group", title: "Bladder cancer support group", organiser: "guys-and-st-thomas", venue: "guys-urology-centre",
    forWhom: "Anyone with bladder cancer", summary: "Share what you have learned and hear from the team that looks after you.",
    topics: ["peer-support", "bladder-and-bowel"], tumourGroups: ["bladder"], stages: ANY, for: "both", dates: { weekday: 3, everyWeeks: 8, times: 3, fromDay: 9 },
    at: [13, 0, 90], places: { capacity: 20, taken: [17, 3] }, interpreter: "on-request", effort: "seated",
  },
  {
    key: "myeloma-group", title: "Myeloma group for south east London", organiser: "guys-and-st-thomas", venue: "guys-cancer-centre",
    forWhom: "People with myeloma, and the people close to them", summary: "An afternoon to meet others, with a talk about current research.",
    topics: ["peer-support", "clinical-trials"], tumourGroups: ["myeloma"], stages: ANY, for: "both", dates: { weekday: 2, everyWeeks: 13, times: 2, fromDay: 15 },
    at: [14, 0, 150], places: { capacity: 60, taken: [41, 8] }, bsl: "on-request", effort: "seated", breaks: true,
  },
  {
    key: "lung-group", title: "Lung cancer support group", organiser: "roy-castle-lung-cancer-foundation", partners: ["kings-college-hospital"],
    venue: "kings-college-hospital", forWhom: "Anyone with lung cancer", summary: "A friendly group for people with lung cancer and the people close to them.",
    topics: ["peer-support", "breathlessness"], tumourGroups: ["lung"], stages: ANY, for: "both", dates: { weekday: 1, everyWeeks: 4, times: 6, fromDay: 3 },
    at: [13, 30, 90], booking: { route: "drop-in" }, places: null, effort: "seated",
  },
  {
    key: "blood-cancer-evening-group", title: "Blood cancer evening group", organiser: "uclh", partners: ["macmillan"], forWhom: "People with a blood cancer or blood condition",
    summary: "A safe place online to meet others, ask questions and share experience.", topics: ["peer-support", "emotional-wellbeing"],
    tumourGroups: ["haematological"], stages: ANY, dates: { weekday: 3, everyWeeks: 4, times: 6, fromDay: 5 }, at: [17, 30, 120],
    places: { capacity: 25, taken: [22, 10, 4, 1] }, contact: { name: "Macmillan Support and Information Service, UCLH", phone: "020 3447 3816" },
  },
  {
    key: "barnet-blood-cancer-group", title: "Barnet blood cancer group", organiser: "royal-free-london", venue: "barnet-hospital-macmillan",
    forWhom: "People with leukaemia, lymphoma or myeloma", summary: "Meet others over coffee, with a nurse there to answer questions.",
    topics: ["peer-support", "information-drop-in"], tumourGroups: ["haematological"], stages: ANY, for: "both",
    dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 8 }, at: [11, 0, 90], places: { capacity: 16, taken: [15, 6, 2] },
  },
  {
    key: "bowel-group", title: "Bowel cancer group", organiser: "royal-free-london", partners: ["maggies"], venue: "maggies-royal-free",
    forWhom: "People who have or had bowel cancer", summary: "Talk about food, bowel changes and life with a stoma.", topics: ["peer-support", "bladder-and-bowel", "stoma"],
    tumourGroups: ["colorectal"], stages: ANY, for: "both", dates: { weekday: 2, everyWeeks: 4, times: 6, fromDay: 1 }, at: [17, 0, 90], places: { capacity: 18, taken: [13, 5, 0] },
  },
  {
    key: "oesophageal-stomach-group", title: "Oesophageal and stomach cancer group", organiser: "royal-free-london", venue: "chase-farm-hospital",
    forWhom: "People with cancer of the food pipe or stomach, and their families", summary: "Help with eating and weight, from people who know.",
    topics: ["peer-support", "nutrition"], tumourGroups: ["oesophageal", "stomach"], stages: ANY, for: "both", dates: { weekday: 1, everyWeeks: 8, times: 3, fromDay: 12 },
    at: [14, 0, 120], places: { capacity: 20, taken: [7, 1] },
  },
  {
    key: "knit-and-natter", title: "Knit and natter", organiser: "cherry-lodge-cancer-care", venue: "cherry-lodge", forWhom: "Anyone affected by cancer",
    summary: "Knit, crochet or just sit and chat. Wool and needles are there.", topics: ["creative", "peer-support"], for: "both",
    dates: { weekday: 1, everyWeeks: 2, times: 6 }, at: [10, 30, 120], booking: { route: "drop-in" }, places: null, effort: "seated",
  },
  {
    key: "coffee-morning-barnet", title: "Coffee morning for carers and friends", organiser: "cherry-lodge-cancer-care", venue: "open-door-centre-barnet",
    forWhom: "Carers, family and friends of someone with cancer", summary: "Coffee, cake and people who understand. A carers' adviser is there.",
    topics: ["carers-and-family", "peer-support"], for: "carers", dates: { weekday: 5, everyWeeks: 4, times: 6, fromDay: 2 }, at: [10, 30, 90],
    booking: { route: "drop-in" }, places: null,
  },
  {
    key: "mulberry-carers-group", title: "Carers' support group", organiser: "mulberry-centre", venue: "mulberry-centre", forWhom: "Carers only: for anyone who looks after somebody with cancer",
    summary: "Time for you, with others who care for someone.", topics: ["carers-and-family", "emotional-wellbeing"], for: "carers",
    dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 4 }, at: [18, 0, 90], places: { capacity: 12, taken: [9, 9, 3] }, effort: "seated",
  },
  {
    key: "coffee-and-connection", title: "Coffee and connection", organiser: "coffee-and-connection", venue: "clapham-park-cube", forWhom: "Anyone living with cancer in south London",
    summary: "Come for a hot drink and a chat. No need to book, stay as long as you like.", topics: ["peer-support", "local-services"], for: "both",
    kind: "drop-in", dates: { weekday: 2, everyWeeks: 2, times: 6 }, at: [10, 30, 120], booking: { route: "drop-in" }, places: null, cost: "Free, donations welcome",
  },
  {
    key: "maggies-drop-in", title: "Drop in at Maggie's", organiser: "maggies", venue: "maggies-royal-marsden", forWhom: "Anyone affected by cancer",
    summary: "Come in, have a cup of tea, and talk with a cancer support specialist.", topics: ["information-drop-in", "emotional-wellbeing"], kind: "drop-in", for: "both",
    dates: { weekday: 3, everyWeeks: 1, times: 6 }, at: [9, 0, 480], booking: { route: "drop-in" }, places: null,
  },
  {
    key: "whittington-information-drop-in", title: "Macmillan information drop-in", organiser: "whittington-health", partners: ["macmillan"], venue: "whittington-macmillan",
    forWhom: "Patients, carers and anyone with a question about cancer", summary: "Ask a question or pick up a booklet. Benefits advice on the first visit.",
    topics: ["information-drop-in", "money-and-benefits"], kind: "drop-in", for: "both", dates: { weekday: 2, everyWeeks: 2, times: 6, fromDay: 2 }, at: [10, 0, 360],
    booking: { route: "drop-in" }, places: null, languages: ["en", "tr"], interpreter: "provided",
  },
  {
    key: "roehampton-hub", title: "Macmillan information hub", organiser: "st-georges", partners: ["macmillan"], venue: "queen-marys-roehampton",
    forWhom: "Anyone with a question about cancer", summary: "Information and a listening ear, close to home.", topics: ["information-drop-in", "local-services"],
    kind: "drop-in", for: "both", dates: { weekday: 1, everyWeeks: 2, times: 6, fromDay: 6 }, at: [10, 0, 240], booking: { route: "drop-in" }, places: null, confirmedDaysAgo: 240,
  },
  {
    key: "carers-drop-in-barts", title: "Carers' drop-in at Barts", organiser: "maggies", partners: ["barts-health"], venue: "maggies-barts",
    forWhom: "People who look after someone with cancer", summary: "Advice on rights, money and taking a break.", topics: ["carers-and-family", "money-and-benefits"],
    kind: "drop-in", for: "carers", dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 11 }, at: [11, 0, 120], booking: { route: "drop-in" }, places: null,
    languages: ["en", "bn"], interpreter: "provided",
  },
  {
    key: "book-club", title: "Book club", organiser: "south-east-cancer-help-centre", venue: "sechc-purley", forWhom: "Anyone living with or beyond cancer",
    summary: "One book a month and good company. The book for next time is lent to you.", topics: ["creative", "peer-support"], stages: AFTER, for: "both",
    dates: { weekday: 5, everyWeeks: 4, times: 6, fromDay: 6 }, at: [14, 0, 90], places: { capacity: 12, taken: [10, 6, 6] }, effort: "seated", confirmedDaysAgo: 210,
  },
  {
    key: "lgbtq-cancer-circle", title: "LGBTQ+ cancer circle", organiser: "outpatients", forWhom: "LGBTQ+ people with any cancer", summary: "An evening online, run by and for LGBTQ+ people.",
    topics: ["peer-support", "emotional-wellbeing"], stages: ANY, for: "both", dates: { weekday: 2, everyWeeks: 4, times: 6, fromDay: 8 }, at: [19, 0, 90],
    places: { capacity: 30, taken: [18, 6, 1] }, bsl: "provided", booking: { route: "organiser", url: "https://outpatients.org.uk/", note: "You book on the organiser's own website." },
  },
];
