/** What a person types, and the sample's series of which one should stand among the first three events. */
export interface TypedQuery {
  typedBy: "patient" | "carer" | "nurse";
  text: string;
  expected: readonly string[];
}

const BREAST = [
  "moving-forward", "moving-forward-online", "breast-follow-up-explained", "secondary-breast-cancer-group", "bengali-breast", "menopause-evening", "lymphoedema-class",
];
const BLOOD = ["blood-cancer-evening-group", "barnet-blood-cancer-group", "watch-and-wait"];
const FOR_CARERS = ["coffee-morning-barnet", "mulberry-carers-group", "carers-drop-in-barts"];
const TIREDNESS = ["managing-tiredness-guys-cancer-centre", "sleep-better-whipps-cross", "hope-course", "living-well-trinity"];
const SLEEP = ["late-evening-chat", "wind-down-for-sleep", "sleep-better-whipps-cross"];
const MONEY = ["money-advice", "whittington-information-drop-in", "carers-drop-in-barts"];
const EATING = ["eating-well-head-neck", "eating-with-pancreatic-cancer", "oesophageal-stomach-group", "wellbeing-day-romford"];
const EXERCISE = ["move4you", "mat-class", "hillingdon-move", "gentle-movement", "seated-yoga", "prehab-homerton"];
const LOW_MOOD = ["coping-with-stress", "maggies-drop-in", "late-evening-chat", "creative-writing", "fear-of-cancer-coming-back", "bengali-breast"];

/** Written from the sample's series alone, before the search was tuned. */
export const QUERIES_AS_TYPED: readonly TypedQuery[] = [
  { typedBy: "patient", text: "tirednes", expected: TIREDNESS },
  { typedBy: "patient", text: "cant sleep", expected: SLEEP },
  { typedBy: "patient", text: "chemo brain", expected: ["brain-fog-john-harvard-library"] },
  { typedBy: "patient", text: "moeny help", expected: MONEY },
  { typedBy: "patient", text: "back to work", expected: ["return-to-work"] },
  { typedBy: "patient", text: "wig", expected: ["hair-loss-wigs-and-scarves"] },
  { typedBy: "patient", text: "eating after chemo", expected: EATING },
  { typedBy: "patient", text: "prostrate", expected: ["prostate-support-group", "life-on-hormone-treatment"] },
  { typedBy: "patient", text: "brest", expected: BREAST },
  { typedBy: "patient", text: "feeling down", expected: LOW_MOOD },
  { typedBy: "patient", text: "hot flushes", expected: ["menopause-evening", "life-on-hormone-treatment"] },
  { typedBy: "patient", text: "swollen arm", expected: ["lymphoedema-class"] },
  { typedBy: "patient", text: "exercize", expected: EXERCISE },
  { typedBy: "carer", text: "my husband has cancer", expected: FOR_CARERS },
  { typedBy: "carer", text: "looking after my mum", expected: FOR_CARERS },
  { typedBy: "patient", text: "scared it will come back", expected: ["fear-of-cancer-coming-back", "moving-forward-online"] },
  { typedBy: "nurse", text: "metastatic brest", expected: ["secondary-breast-cancer-group"] },
  { typedBy: "nurse", text: "lymphodema", expected: ["lymphoedema-class"] },
  { typedBy: "nurse", text: "prehab hackney", expected: ["prehab-homerton"] },
  { typedBy: "nurse", text: "leukemia", expected: BLOOD },
  { typedBy: "nurse", text: "stoma bag", expected: ["bowel-group"] },
  { typedBy: "patient", text: "having a baby", expected: ["fertility-questions"] },
  { typedBy: "patient", text: "giving up smoking", expected: ["stop-smoking-lea-bridge-library"] },
  { typedBy: "carer", text: "wife died", expected: ["bereavement-walk", "moonlight-walk"] },
  { typedBy: "carer", text: "coffe morning", expected: ["coffee-morning-barnet", "coffee-and-connection"] },
  { typedBy: "carer", text: "croyden", expected: ["money-advice", "book-club"] },
  { typedBy: "nurse", text: "royal marsdon", expected: ["maggies-drop-in", "life-on-hormone-treatment"] },
  { typedBy: "nurse", text: "turkish", expected: ["turkish-evening", "whittington-information-drop-in"] },
  { typedBy: "patient", text: "dry mouth", expected: ["eating-well-head-neck"] },
  { typedBy: "patient", text: "anxious about results", expected: ["waiting-for-results"] },
];

/** Written after the search was tuned. It is never tuned for these. */
export const HELD_OUT_QUERIES: readonly TypedQuery[] = [
  { typedBy: "patient", text: "shaterd all the time", expected: TIREDNESS },
  { typedBy: "patient", text: "mindfullness class", expected: ["mindfulness-for-beginners", "evening-relaxation", "coping-with-stress", "wind-down-for-sleep"] },
  { typedBy: "nurse", text: "ca breast follow up kings", expected: ["breast-follow-up-explained"] },
  { typedBy: "carer", text: "my dad has lung cancer", expected: ["lung-group", ...FOR_CARERS] },
  { typedBy: "patient", text: "talking to others with ovarian", expected: ["ovarian-cancer-online"] },
  { typedBy: "nurse", text: "colostomy support", expected: ["bowel-group"] },
  { typedBy: "patient", text: "cant remeber things", expected: ["brain-fog-john-harvard-library"] },
  { typedBy: "carer", text: "son has leukaemia how do i tell his sister", expected: ["telling-brothers-and-sisters"] },
  { typedBy: "patient", text: "radiotheropy", expected: ["getting-ready-for-radiotherapy"] },
  { typedBy: "patient", text: "somewhere to talk in sutton", expected: ["maggies-drop-in"] },
];
