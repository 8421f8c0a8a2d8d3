import type { SampleSeries } from "./sample-series.ts";

const AFTER = ["end-of-treatment", "after-treatment", "long-term-follow-up"];
const ANY = ["newly-diagnosed", "during-treatment", "after-treatment"];

/** Made-up courses, workshops and appointments. */
export const courses: readonly SampleSeries[] = [
  {
    key: "hope-course", title: "HOPE: a six-week course to take back control", organiser: "royal-free-london", venue: "royal-free-hospital", kind: "course",
    forWhom: "Anyone who has finished treatment in the last two years", summary: "Six weekly sessions on worry, tiredness, goals and finding what helps you.",
    happens: "You meet the same small group each week. Two trained people lead it. One of them has had cancer.", topics: ["self-management", "moving-on", "fatigue"],
    stages: AFTER, dates: { inDays: [12, 82, 152] }, at: [10, 0, 150], courseSessions: 6, places: { capacity: 14, taken: [14, 5], waiting: 4 }, breaks: true, effort: "seated",
    contact: { name: "Macmillan Living With and Beyond Cancer team", phone: "020 7946 0112" },
  },
  {
    key: "moving-forward", title: "Moving forward after breast cancer", organiser: "royal-free-london", partners: ["breast-cancer-now"], venue: "chase-farm-hospital", kind: "course",
    forWhom: "People who have finished treatment for breast cancer", summary: "Four mornings about getting back to daily life.", topics: ["moving-on", "menopause", "body-image"],
    tumourGroups: ["breast"], stages: AFTER, dates: { inDays: [20] }, at: [9, 30, 180], courseSessions: 4, places: { capacity: 16, taken: [13] }, breaks: true,
  },
  {
    key: "moving-forward-online", title: "Moving forward online", organiser: "breast-cancer-now", kind: "course", forWhom: "People who have finished treatment for breast cancer",
    summary: "Two afternoons online, with others who understand.", topics: ["moving-on", "fear-of-recurrence"], tumourGroups: ["breast"], stages: AFTER,
    dates: { inDays: [16, 58, 114, 170] }, at: [13, 0, 210], courseSessions: 2, places: { capacity: 20, taken: [20, 11] },
    booking: { route: "organiser", url: "https://breastcancernow.org/", note: "You book on the organiser's own website." },
  },
  {
    key: "fear-of-cancer-coming-back", title: "Living with the fear of cancer coming back", organiser: "barts-health", venue: "barts-west-wing",
    forWhom: "Anyone who worries that their cancer may come back", summary: "A psychologist shows ways to live with worry. You also learn which signs to tell your team about.",
    topics: ["fear-of-recurrence", "signs-of-recurrence", "emotional-wellbeing"], stages: AFTER, for: "both", dates: { weekday: 4, everyWeeks: 6, times: 4, fromDay: 3 },
    at: [10, 0, 150], places: { capacity: 24, taken: [21, 9, 0] }, bsl: "on-request", interpreter: "on-request", effort: "seated", breaks: true,
  },
  {
    key: "managing-tiredness-guys-cancer-centre", title: "Managing tiredness", organiser: "guys-and-st-thomas", venue: "guys-cancer-centre", forWhom: "Anyone with any cancer who feels tired",
    summary: "Why cancer makes you tired, and ways to save your energy for what matters.", happens: "An occupational therapist gives a short talk. You then make a plan that fits your week.",
    bring: "A pen, and a drink if you like.", topics: ["fatigue", "sleep"], stages: ANY, for: "both", dates: { weekday: 4, everyWeeks: 3, times: 6, fromDay: 2 }, at: [14, 0, 120],
    places: { capacity: 15, taken: [12, 15, 6, 0], waiting: 3 }, contact: { name: "Dimbleby Cancer Care", phone: "020 7946 0104" }, effort: "seated", breaks: true,
  },
  {
    key: "starting-chemotherapy-call", title: "Getting ready for chemotherapy: a call with a specialist", organiser: "uclh", partners: ["macmillan"], format: "phone", kind: "one-to-one",
    forWhom: "People about to start chemotherapy at UCLH", summary: "A specialist rings you, answers your questions and tells you what help there is.",
    topics: ["starting-chemotherapy", "self-management"], stages: ["preparing-for-treatment"], dates: { weekday: 1, everyWeeks: 1, times: 6, fromDay: 1 }, at: [9, 30, 45],
    places: { capacity: 1, taken: [1, 0, 0, 0] }, booking: { route: "here", self: false, professional: true, note: "Your clinical team asks for this call for you." },
  },
  {
    key: "prehab-homerton", title: "Prehab: one-to-one assessment", organiser: "homerton-healthcare", venue: "homerton-hospital", kind: "one-to-one",
    forWhom: "People who will have treatment at Homerton soon", summary: "Exercise, food and wellbeing advice before treatment starts.", topics: ["prehabilitation", "nutrition", "physical-activity"],
    stages: ["preparing-for-treatment", "newly-diagnosed"], dates: { weekday: 2, everyWeeks: 1, times: 6, fromDay: 4 }, at: [11, 0, 60], places: { capacity: 1, taken: [0] },
    booking: { route: "here", self: false, professional: true, approval: true }, interpreter: "on-request",
  },
  {
    key: "lgfb-kingston", title: "Feel more like you: skincare and make-up workshop", organiser: "look-good-feel-better", partners: ["kingston-and-richmond"], venue: "sir-william-rous-unit",
    forWhom: "Anyone having treatment for any cancer", summary: "Simple skincare and make-up for the changes that treatment brings.", topics: ["body-image", "skin-care", "hair-loss"],
    stages: ["during-treatment", "after-treatment"], dates: { weekday: 3, everyWeeks: 4, times: 6, fromDay: 7 }, at: [10, 30, 120], places: { capacity: 10, taken: [7, 10, 2] }, effort: "seated",
  },
  {
    key: "lgfb-men-online", title: "Skincare and confidence for men, online", organiser: "look-good-feel-better", forWhom: "Men having treatment for any cancer",
    summary: "An hour online about skin, eyebrows and hair.", topics: ["body-image", "skin-care"], stages: ["during-treatment"], dates: { weekday: 2, everyWeeks: 4, times: 6, fromDay: 16 },
    at: [18, 30, 60], places: { capacity: 20, taken: [4] }, booking: { route: "organiser", url: "https://lookgoodfeelbetter.co.uk/" },
  },
  {
    key: "coping-with-stress", title: "Coping with stress", organiser: "pauls-cancer-support-centre", venue: "pauls-battersea", kind: "course",
    forWhom: "Anyone living with cancer, and carers", summary: "Five mornings of simple ways to calm your mind and body.", topics: ["relaxation-and-mindfulness", "emotional-wellbeing"],
    stages: ANY, for: "both", dates: { inDays: [9, 65, 121, 177] }, at: [10, 30, 120], courseSessions: 5, places: { capacity: 10, taken: [10, 3], waiting: 2 }, effort: "seated",
  },
  {
    key: "return-to-work", title: "Work and cancer: your rights and your plan", organiser: "lewisham-and-greenwich", partners: ["macmillan"], venue: "university-hospital-lewisham",
    forWhom: "People who want to stay in work or go back to it", summary: "Know your rights, and plan what to say to your employer.", topics: ["work", "money-and-benefits"],
    stages: ["during-treatment", ...AFTER], for: "both", dates: { weekday: 2, everyWeeks: 6, times: 4, fromDay: 10 }, at: [17, 0, 120], places: { capacity: 25, taken: [11, 4, 0] }, bsl: "provided",
  },
  {
    key: "money-advice", title: "Money worries: benefits advice", organiser: "croydon-health-services", partners: ["macmillan"], venue: "croydon-university-hospital", kind: "one-to-one",
    forWhom: "Anyone with cancer who is worried about money", summary: "Half an hour with a benefits adviser, in private.", topics: ["money-and-benefits"], stages: ANY, for: "both",
    dates: { weekday: 5, everyWeeks: 1, times: 6, fromDay: 2 }, at: [9, 30, 30], places: { capacity: 8, taken: [8, 5, 1, 0] }, booking: { route: "phone", note: "Ring to choose a time." },
    contact: { name: "Macmillan benefits advice, Croydon", phone: "020 7946 0134" }, interpreter: "on-request",
  },
  {
    key: "menopause-evening", title: "Menopause after cancer treatment", organiser: "chelsea-and-westminster", venue: "chelsea-westminster-macmillan",
    forWhom: "Anyone with hot flushes or other symptoms after treatment", summary: "What helps, what is safe, and who to ask.", topics: ["menopause", "sex-and-intimacy"],
    tumourGroups: ["breast", "gynaecological"], stages: AFTER, dates: { weekday: 3, everyWeeks: 9, times: 3, fromDay: 18 }, at: [18, 0, 90], places: { capacity: 40, taken: [39, 12] },
  },
  {
    key: "lymphoedema-class", title: "Looking after your arm or leg: lymphoedema class", organiser: "london-north-west", venue: "northwick-park-hospital",
    forWhom: "People with swelling, or at risk of it, after treatment", summary: "Skin care, movement and sleeves, shown by a specialist.", topics: ["lymphoedema", "skin-care"],
    tumourGroups: ["breast", "gynaecological", "skin"], stages: AFTER, dates: { weekday: 1, everyWeeks: 5, times: 5, fromDay: 14 }, at: [13, 0, 90], places: { capacity: 12, taken: [12, 7] },
    booking: { route: "here", self: false, professional: true }, languages: ["en", "gu"],
  },
  {
    key: "eating-well-head-neck", title: "Eating and swallowing after head and neck cancer", organiser: "imperial-college-healthcare", partners: ["maggies"], venue: "maggies-west-london",
    forWhom: "People who find eating hard after treatment to the head or neck", summary: "Taste soft foods, learn about dry mouth and meet others.", topics: ["swallowing-and-speech", "nutrition"],
    tumourGroups: ["head-and-neck"], stages: ["during-treatment", "after-treatment"], for: "both", dates: { weekday: 4, everyWeeks: 6, times: 4, fromDay: 21 }, at: [12, 0, 120],
    places: { capacity: 14, taken: [9, 2] },
  },
  {
    key: "life-on-hormone-treatment", title: "Life on hormone treatment for prostate cancer", organiser: "royal-marsden", venue: "royal-marsden-sutton", format: "hybrid",
    forWhom: "Men on hormone treatment, and their partners", summary: "Hot flushes, mood, weight and strength. Come in person or join online.", topics: ["side-effects", "physical-activity"],
    tumourGroups: ["prostate"], stages: ["during-treatment", "living-with-advanced-cancer"], for: "both", dates: { weekday: 2, everyWeeks: 8, times: 3, fromDay: 6 }, at: [14, 0, 120],
    places: { capacity: 50, taken: [31, 6] },
  },
  {
    key: "living-with-advanced-cancer-group", title: "Living with cancer that cannot be cured", organiser: "st-christophers-hospice", venue: "st-christophers-anniversary-centre",
    forWhom: "People with advanced cancer, and the people close to them", summary: "A gentle afternoon of music, good food and time to talk.", topics: ["emotional-wellbeing", "planning-ahead", "spiritual-care"],
    tumourGroups: ["secondary-cancer"], stages: ["living-with-advanced-cancer", "palliative-care"], for: "both", dates: { weekday: 3, everyWeeks: 4, times: 6, fromDay: 5 }, at: [14, 0, 150],
    places: { capacity: 18, taken: [8, 4, 4] }, breaks: true, effort: "seated",
  },
];
