import type { SampleSeries } from "./sample-series.ts";

const AFTER = ["end-of-treatment", "after-treatment", "long-term-follow-up"];
const ANY = ["newly-diagnosed", "during-treatment", "after-treatment"];

/** Made-up walks, classes, open days and events in other languages, and the rarer cases that people meet. */
export const activeAndSpecial: readonly SampleSeries[] = [
  {
    key: "seated-yoga", title: "Seated yoga", organiser: "cherry-lodge-cancer-care", forWhom: "Anyone living with cancer, at any fitness", summary: "Gentle yoga on a chair, at home, with a teacher on screen.",
    bring: "A chair without arms.", topics: ["physical-activity", "relaxation-and-mindfulness"], stages: ANY, for: "both", dates: { weekday: 2, everyWeeks: 1, times: 6 }, at: [11, 0, 60],
    places: { capacity: 30, taken: [28, 14, 8, 3, 0] }, effort: "seated",
  },
  {
    key: "circle-dancing", title: "Circle dancing", organiser: "cherry-lodge-cancer-care", venue: "wesley-hall-barnet", forWhom: "Anyone affected by cancer", summary: "Easy dances in a ring. No partner and no experience needed.",
    topics: ["physical-activity", "creative"], for: "both", dates: { weekday: 4, everyWeeks: 2, times: 6, fromDay: 1 }, at: [13, 30, 75], places: { capacity: 24, taken: [10, 4, 0] }, effort: "gentle-activity", cost: "£3 a class",
  },
  {
    key: "mat-class", title: "Mat exercise class", organiser: "cherry-lodge-cancer-care", venue: "st-marks-hall-barnet", forWhom: "People who have finished treatment", summary: "Build strength slowly with a trained teacher.",
    topics: ["physical-activity"], stages: AFTER, dates: { weekday: 3, everyWeeks: 1, times: 6, fromDay: 3 }, at: [10, 0, 60], places: { capacity: 12, taken: [9, 12, 5, 2], waiting: 1 }, effort: "gentle-activity",
  },
  {
    key: "gentle-movement", title: "Gentle movement", organiser: "cherry-lodge-cancer-care", venue: "barnet-rugby-club", forWhom: "Anyone living with cancer", summary: "Slow moves that help balance and joints.",
    topics: ["physical-activity", "pain-and-discomfort"], stages: ANY, for: "both", dates: { weekday: 5, everyWeeks: 2, times: 6 }, at: [11, 30, 60], places: { capacity: 15, taken: [6, 3, 0] }, effort: "gentle-activity",
  },
  {
    key: "move4you", title: "Move4You: exercise for people living with cancer", organiser: "tottenham-hotspur-foundation", partners: ["north-middlesex"], venue: "north-middlesex-hospital", format: "hybrid", kind: "course",
    forWhom: "People in Haringey and Enfield, during or after treatment", summary: "Ten weeks of exercise at your own level, in the gym or online.", topics: ["physical-activity", "fatigue"], stages: ANY,
    dates: { inDays: [24] }, at: [13, 0, 60], courseSessions: 10, places: { capacity: 16, taken: [11] }, booking: { route: "here", self: true, professional: true }, effort: "gentle-activity",
  },
  {
    key: "wellbeing-walk", title: "Wellbeing walk: Walthamstow Wetlands", organiser: "life-after-cancer", venue: "walthamstow-wetlands", forWhom: "Anyone who has had cancer", summary: "A slow walk by the water, with stops, and coffee at the end.",
    topics: ["physical-activity", "nature-and-gardening", "peer-support"], stages: AFTER, for: "both", dates: { weekday: 6, everyWeeks: 4, times: 6, fromDay: 4 }, at: [10, 0, 120], places: { capacity: 20, taken: [17, 6, 2, 0] }, effort: "gentle-activity",
    cancelled: { date: 1, note: "The paths are closed for repair. The next walk goes ahead as planned." },
  },
  {
    key: "green-club", title: "Green club: gardening together", organiser: "st-georges", partners: ["macmillan"], venue: "st-georges-macmillan", forWhom: "Patients and carers at St George's", summary: "Plant, water and talk in a small garden. Seats for those who tire.",
    topics: ["nature-and-gardening", "creative"], stages: ANY, for: "both", dates: { weekday: 3, everyWeeks: 2, times: 6, fromDay: 1 }, at: [11, 0, 90], places: { capacity: 10, taken: [5, 2, 1] }, effort: "some-standing", breaks: true,
    postponed: { date: 1, days: 7, note: "Moved by a week because of building work." },
  },
  {
    key: "creative-writing", title: "Creative writing online", organiser: "palace-for-life", forWhom: "Anyone in south London affected by cancer", summary: "Write a little each week. Nobody has to read aloud.",
    topics: ["creative", "emotional-wellbeing"], for: "both", dates: { weekday: 1, everyWeeks: 2, times: 6, fromDay: 2 }, at: [18, 0, 75], places: { capacity: 15, taken: [6, 2, 0] },
  },
  {
    key: "wellbeing-day-romford", title: "Living with cancer: a health and wellbeing day", organiser: "bhrut", partners: ["macmillan"], venue: "romford-ymca", kind: "open-day",
    forWhom: "Anyone with cancer in Barking, Havering and Redbridge, and anyone they want to bring", summary: "Short talks, stalls and taster classes. Come for all of it or for one part.",
    happens: "Choose the parts that suit you. There is a quiet room, and lunch for those who stay.", topics: ["local-services", "nutrition", "physical-activity", "money-and-benefits"], stages: ANY, for: "both",
    dates: { inDays: [26] }, at: [10, 0, 300], places: { capacity: 120, taken: [74] }, bsl: "provided", interpreter: "on-request", breaks: true, effort: "some-standing",
    parts: [
      { title: "Welcome, and eating well", from: 0, minutes: 60 },
      { title: "Moving more: a taster", from: 75, minutes: 45 },
      { title: "Lunch and stalls", from: 120, minutes: 60 },
      { title: "Money, work and your rights", from: 180, minutes: 50 },
      { title: "Calm and rest: a taster", from: 240, minutes: 60 },
    ],
  },
  {
    key: "life-after-cancer-open-day", title: "Life after cancer: open day", organiser: "guys-and-st-thomas", venue: "guys-cancer-centre", kind: "open-day", forWhom: "Anyone who has finished treatment in south east London",
    summary: "Talks by doctors, nurses and people who have been there, with stalls from local groups.", topics: ["moving-on", "local-services"], stages: AFTER, for: "both", dates: { inDays: [47] }, at: [10, 0, 360],
    places: { capacity: 200, taken: [88] }, bsl: "provided", breaks: true,
    parts: [{ title: "Morning: your body", from: 0, minutes: 165 }, { title: "Afternoon: your life", from: 210, minutes: 150 }],
  },
  {
    key: "evening-relaxation", title: "Evening relaxation", organiser: "kings-college-hospital", partners: ["macmillan"], venue: "kings-macmillan-centre", forWhom: "Anyone affected by cancer", summary: "An hour to breathe, stretch and slow down.",
    topics: ["relaxation-and-mindfulness", "sleep"], for: "both", dates: "tonight", at: [18, 30, 60], places: { capacity: 14, taken: [11] }, effort: "seated",
  },
  {
    key: "late-evening-chat", title: "Can't sleep? Late evening chat", organiser: "macmillan", forWhom: "Anyone affected by cancer who lies awake", summary: "A quiet chat online, with a trained listener, before you try again.",
    topics: ["sleep", "peer-support", "emotional-wellbeing"], for: "both", dates: "tonight", at: [21, 30, 90], places: { capacity: 12, taken: [9] }, effort: "seated",
  },
  {
    key: "wind-down-for-sleep", title: "Wind down for sleep", organiser: "penny-brohn-uk", forWhom: "Anyone with cancer who lies awake at night", summary: "Half an hour of calm breathing, at home, before you turn out the light.",
    topics: ["sleep", "relaxation-and-mindfulness"], for: "both", dates: "tonight", at: [23, 0, 30], places: null,
  },
  {
    key: "moonlight-walk", title: "Moonlight walk of remembrance", organiser: "royal-trinity-hospice", venue: "royal-trinity-hospice", forWhom: "Families and friends who have lost someone, and anyone who wants to walk with them",
    summary: "A slow walk through the night on which the clocks go back, with hot drinks on the way.", topics: ["bereavement-support", "physical-activity"], stages: ["bereavement"], for: "both", dates: "clocks-go-back", at: [23, 30, 270],
    places: { capacity: 150, taken: [23] }, effort: "gentle-activity", breaks: true,
  },
  {
    key: "sunrise-stretch", title: "Sunrise stretch on the day the clocks change", organiser: "enable", venue: "queen-marys-roehampton", forWhom: "Anyone living with cancer in Wandsworth", summary: "Meet the longer days with an easy stretch and breakfast.",
    topics: ["physical-activity", "peer-support"], stages: ANY, for: "both", dates: "clocks-go-forward", at: [7, 0, 90], places: { capacity: 20, taken: [2] }, effort: "gentle-activity",
  },
  {
    key: "living-well-trinity", title: "Living well at Royal Trinity Hospice", organiser: "royal-trinity-hospice", partners: ["macmillan"], venue: "royal-trinity-hospice", kind: "course", forWhom: "People with an illness that limits life, and their carers",
    summary: "Six weeks on breathlessness, tiredness and what matters to you.", topics: ["breathlessness", "fatigue", "planning-ahead"], stages: ["palliative-care", "living-with-advanced-cancer"], for: "both", dates: { inDays: [15] }, at: [11, 0, 150],
    courseSessions: 6, places: { capacity: 10, taken: [7] }, booking: { route: "here", self: false, professional: true }, effort: "seated", breaks: true,
  },
  {
    key: "turkish-evening", title: "Kanser ve sağlıklı yaşam: Türkçe bilgilendirme akşamı", organiser: "turkish-cypriot-cultural-association", partners: ["taracc"], forWhom: "Türkçe konuşan hastalar ve yakınları (Turkish speakers and their families)",
    summary: "Beslenme, hareket ve destek hizmetleri üzerine Türkçe bir akşam. An evening in Turkish about food, movement and support.", topics: ["nutrition", "local-services"], languages: ["tr", "en"], for: "both", dates: { inDays: [19, 75, 131] }, at: [18, 30, 90],
    places: { capacity: 40, taken: [12, 1] },
  },
  {
    key: "bengali-breast", title: "স্তন ক্যান্সারের পর ভালো থাকা: বাংলায় আলোচনা", organiser: "barts-health", venue: "royal-london-hospital", forWhom: "বাংলাভাষী নারী (Bengali-speaking women who have had breast cancer)", summary: "চিকিৎসার পর খাওয়া, হাঁটা ও মনের যত্ন নিয়ে কথা। A talk in Bengali about food, walking and feelings after treatment.",
    topics: ["nutrition", "emotional-wellbeing"], tumourGroups: ["breast"], stages: AFTER, languages: ["bn"], dates: { inDays: [22] }, at: [11, 0, 120], places: { capacity: 20, taken: [6] }, interpreter: "provided",
  },
  {
    key: "gujarati-wellbeing", title: "કેન્સર પછી સ્વસ્થ જીવન: ગુજરાતીમાં સત્ર", organiser: "asian-women-cancer-group", partners: ["london-north-west"], venue: "northwick-park-hospital", forWhom: "ગુજરાતી બોલતી મહિલાઓ (Gujarati-speaking women with cancer)",
    summary: "યોગ, ખોરાક અને વાતચીત. Yoga, food and talk, in Gujarati.", topics: ["physical-activity", "nutrition"], stages: ANY, languages: ["gu", "en"], for: "both", dates: { inDays: [13, 41, 97, 160] }, at: [13, 0, 120], places: { capacity: 25, taken: [10, 3] }, effort: "some-standing",
  },
  {
    key: "arabic-support", title: "لقاء دعم لمرضى السرطان وعائلاتهم بالعربية", organiser: "imperial-college-healthcare", venue: "maggies-west-london", forWhom: "المرضى وعائلاتهم الناطقون بالعربية (Arabic speakers and their families)", summary: "حديث هادئ عن العلاج والتعب والدعم المتاح. A calm talk in Arabic about treatment, tiredness and the help there is.",
    topics: ["peer-support", "fatigue"], stages: ANY, languages: ["ar"], for: "both", dates: { inDays: [17] }, at: [15, 0, 90], places: { capacity: 18, taken: [4] },
  },
  {
    key: "polish-information", title: "Życie z rakiem: spotkanie informacyjne po polsku", organiser: "epsom-and-st-helier", venue: "st-helier-hospital", forWhom: "Osoby mówiące po polsku i ich bliscy (Polish speakers and the people close to them)", summary: "Jak znaleźć pomoc, o co pytać i dokąd się zgłosić. How to find help, in Polish.",
    topics: ["local-services", "information-drop-in"], stages: ["newly-diagnosed", "during-treatment"], languages: ["pl"], for: "both", dates: { inDays: [28] }, at: [17, 30, 90], places: { capacity: 20, taken: [3] },
  },
  {
    key: "after-gynaecological-cancer", title: "Everything that you wanted to ask after treatment for cancer of the womb, ovary, cervix, vulva or vagina: an afternoon with a specialist nurse, a physiotherapist and a dietitian",
    organiser: "st-georges", venue: "st-georges-macmillan", forWhom: "Anyone who has finished, or will soon finish, treatment for a gynaecological cancer anywhere in south west London, and one person whom they would like to bring along to listen with them",
    summary: "Bring your questions about the bladder, bowel, scars, swelling, menopause, sex, tiredness, food, exercise, work and worry. Each of the three gives a short talk. Then you can speak with one of them in private, for as long as you need within the afternoon, and take home notes in large print.",
    topics: ["side-effects", "bladder-and-bowel", "menopause", "sex-and-intimacy", "lymphoedema", "nutrition", "work"], tumourGroups: ["gynaecological"], stages: AFTER, for: "both", dates: { inDays: [33] }, at: [13, 30, 180], places: { capacity: 30, taken: [14] }, bsl: "on-request", interpreter: "on-request", breaks: true,
  },
  {
    key: "young-adults", title: "Young adults' meet-up", organiser: "shine-cancer-support", forWhom: "People in their 20s, 30s and 40s with any cancer", summary: "Meet others your age online, with no talks and no pressure.", topics: ["peer-support", "work"], stages: ANY,
    tumourGroups: ["teenage-and-young-adult"], dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 7 }, at: [19, 30, 75], places: { capacity: 25, taken: [20, 5, 0] }, booking: { route: "organiser", url: "https://shinecancersupport.org/" },
  },
  {
    key: "bereavement-walk", title: "Walk and talk after a loss", organiser: "greenwich-bexley-hospice", venue: "greenwich-bexley-hospice", forWhom: "Anyone who has lost someone to cancer", summary: "A short walk with others who understand.",
    topics: ["bereavement-support", "physical-activity"], stages: ["bereavement"], for: "carers", dates: { weekday: 6, everyWeeks: 4, times: 6, fromDay: 10 }, at: [10, 30, 90], places: { capacity: 15, taken: [6, 2, 0] }, effort: "gentle-activity",
  },
  {
    key: "hillingdon-move", title: "Keep moving: exercise taster", organiser: "hillingdon-hospitals", venue: "hillingdon-hospital", forWhom: "Anyone having or finishing treatment", summary: "Try simple exercises with a physiotherapist.",
    topics: ["physical-activity", "prehabilitation"], stages: ANY, dates: { weekday: 1, everyWeeks: 4, times: 6, fromDay: 9 }, at: [14, 0, 60], places: { capacity: 12, taken: [4, 0] }, effort: "gentle-activity",
  },
  {
    key: "mount-vernon-therapies", title: "Relaxation and complementary therapies", organiser: "hillingdon-hospitals", venue: "lynda-jackson-macmillan-centre", kind: "one-to-one", forWhom: "Patients at Mount Vernon and their carers", summary: "A half-hour of massage or reflexology.",
    topics: ["complementary-therapies"], stages: ["during-treatment", "after-treatment"], for: "both", dates: { weekday: 2, everyWeeks: 2, times: 6, fromDay: 8 }, at: [10, 0, 30], places: { capacity: 6, taken: [6, 3, 0] }, booking: { route: "phone" },
    contact: { name: "Lynda Jackson Macmillan Centre", phone: "020 7946 0177" },
  },
  {
    key: "sleep-better-whipps-cross", title: "Sleep better, feel less tired", organiser: "barts-health", partners: ["macmillan"], venue: "whipps-cross-macmillan", forWhom: "Anyone with cancer who sleeps badly", summary: "Habits that help, and what to do at 3 in the morning.",
    topics: ["sleep", "fatigue"], stages: ANY, for: "both", dates: { weekday: 3, everyWeeks: 5, times: 5, fromDay: 13 }, at: [14, 0, 90], places: { capacity: 18, taken: [17, 6, 0] }, interpreter: "on-request",
  },
  {
    key: "breast-follow-up-explained", title: "Breast cancer: your follow-up explained", organiser: "kings-college-hospital", venue: "princess-royal-university-hospital", forWhom: "People who have finished treatment for breast cancer at King's", summary: "How your check-ups work, which signs matter and whom to ring.",
    topics: ["signs-of-recurrence", "moving-on"], tumourGroups: ["breast"], stages: ["end-of-treatment", "long-term-follow-up"], dates: { weekday: 4, everyWeeks: 4, times: 6, fromDay: 6 }, at: [10, 0, 120], places: { capacity: 30, taken: [27, 30, 4] },
    booking: { route: "here", self: true, professional: true }, bsl: "on-request",
  },
  {
    key: "newly-diagnosed-sidcup", title: "Information session: newly diagnosed", organiser: "guys-and-st-thomas", partners: ["dimbleby-cancer-care"], venue: "queen-marys-sidcup", forWhom: "People who have just found out that they have cancer", summary: "Who is who, what happens next, and the help that is yours.",
    topics: ["information-drop-in", "local-services"], stages: ["newly-diagnosed"], for: "both", dates: { weekday: 2, everyWeeks: 4, times: 6, fromDay: 4 }, at: [15, 0, 75], places: { capacity: 16, taken: [8, 2, 0] },
  },
  {
    key: "hair-loss-wigs-and-scarves", title: "Hair loss, wigs and scarves", organiser: "lewisham-and-greenwich", venue: "queen-elizabeth-woolwich", forWhom: "Anyone who may lose their hair", summary: "See wigs, tie scarves and ask about the cold cap.", topics: ["hair-loss", "body-image", "starting-chemotherapy"],
    stages: ["preparing-for-treatment", "during-treatment"], for: "both", dates: { weekday: 1, everyWeeks: 4, times: 6, fromDay: 11 }, at: [11, 0, 90], places: { capacity: 12, taken: [9, 1, 0] },
  },
  {
    key: "getting-ready-for-radiotherapy", title: "Getting ready for radiotherapy", organiser: "bhrut", venue: "queens-hospital-romford", forWhom: "People about to start radiotherapy", summary: "See the room, meet the team and ask anything.", topics: ["starting-radiotherapy", "skin-care"],
    stages: ["preparing-for-treatment"], for: "both", dates: { weekday: 5, everyWeeks: 2, times: 6, fromDay: 1 }, at: [13, 0, 60], places: { capacity: 10, taken: [5, 7, 1, 0] }, booking: { route: "here", self: false, professional: true },
  },
  {
    key: "mindfulness-for-beginners", title: "Mindfulness for beginners", organiser: "st-johns-hospice", venue: "st-johns-hospice", forWhom: "Anyone affected by cancer", summary: "Learn to rest your mind, a little at a time.", topics: ["relaxation-and-mindfulness"], for: "both",
    dates: { weekday: 4, everyWeeks: 2, times: 6, fromDay: 12 }, at: [14, 30, 60], places: { capacity: 10, taken: [4, 1, 0] }, effort: "seated",
  },
  {
    key: "sharing-our-cancer-stories", title: "Sharing our cancer stories", organiser: "one-place-east", venue: "one-place-east", forWhom: "Disabled people who have had cancer, and their carers", summary: "Tell your story, hear others and help make services better.", topics: ["peer-support", "local-services"],
    for: "both", dates: { inDays: [29] }, at: [11, 0, 150], places: { capacity: 20, taken: [7] }, bsl: "provided", interpreter: "on-request", breaks: true,
  },
  {
    key: "tai-chi-taster", title: "Tai chi taster", organiser: "st-georges", venue: "st-georges-macmillan", forWhom: "Anyone affected by cancer", summary: "Slow, flowing moves for balance and calm.", topics: ["physical-activity", "relaxation-and-mindfulness"], for: "both",
    dates: { inDays: [-6, -2, 36] }, at: [11, 0, 60], places: { capacity: 14, taken: [14, 13, 2] }, effort: "gentle-activity",
  },
];
