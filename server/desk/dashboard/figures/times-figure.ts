import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countTimes, type Spread, type Times } from "../counts/times.ts";
import type { Question } from "../counts/question.ts";
import { disclose, discloseOne, WITHHELD, type Shown } from "../disclosure.ts";
import type { BarRow } from "../charts/bars.ts";
import { THIN_BARS, type Cell, type Figure } from "./figure.ts";
import { duration, shownText } from "./number-words.ts";

interface Step {
  done: Shown;
  spread: Spread | undefined;
}

/** How far referrals got, as it may be shown: each of the two makes up all referrals. */
interface Working {
  referrals: Shown;
  seen: Step & { notYet: Shown };
  confirmed: Step & { atOnce: Shown; notYet: Shown };
}

function workOut({ referrals, seen, confirmedAtOnce, confirmedLater, untilSeen, untilConfirmed }: Times): Working {
  const [yes, notSeen] = disclose([seen, referrals - seen]);
  const [later, atOnce, notConfirmed] = disclose([confirmedLater, confirmedAtOnce, referrals - confirmedLater - confirmedAtOnce]);
  return {
    referrals: discloseOne(referrals),
    seen: { done: yes!, notYet: notSeen!, spread: typeof yes === "number" ? untilSeen : undefined },
    confirmed: { done: later!, atOnce: atOnce!, notYet: notConfirmed!, spread: typeof later === "number" ? untilConfirmed : undefined },
  };
}

const SHARES = [{ key: "median", words: "half within" }, { key: "ninetieth", words: "9 in 10 within" }] as const;

/** A time, or why there is none. */
function timeText({ done, spread }: Step, key: keyof Spread): string {
  if (spread) return duration(spread[key]);
  return done === 0 ? "none yet" : WITHHELD;
}

function bars(name: string, now: Step, before: Step): BarRow[] {
  return SHARES.map(({ key, words }) => ({ label: `${name}: ${words}`, value: now.spread?.[key], text: timeText(now, key), before: before.spread?.[key] }));
}

function rows(period: string, { referrals, seen, confirmed }: Working): Cell[][] {
  return [
    [`Opened by the organiser, ${period}`, referrals, seen.done, seen.notYet, "", timeText(seen, "median"), timeText(seen, "ninetieth")],
    [`Confirmed after a look, ${period}`, referrals, confirmed.done, confirmed.notYet, confirmed.atOnce, timeText(confirmed, "median"), timeText(confirmed, "ninetieth")],
  ];
}

function sentence(step: string, { done, spread }: Step): string {
  if (done === 0) return `None was ${step} yet.`;
  if (!spread) return `There are too few referrals that were ${step} to say how long it took.`;
  return `Half were ${step} within ${duration(spread.median)}, and 9 in 10 within ${duration(spread.ninetieth)}.`;
}

/** How long people waited until the organiser opened their referral, and until it was confirmed. */
export async function timesFigure(db: Kysely<Database>, question: Question): Promise<Figure> {
  const [now, before] = (await Promise.all([countTimes(db, question, question.period), countTimes(db, question, question.period.before)])).map(workOut);
  const { seen, confirmed } = now!;
  return {
    key: "times",
    title: "How long referrals waited",
    says: `${sentence("opened", seen)} ${sentence("confirmed after a look", confirmed)}`,
    picture: { kind: "bars", bars: [...bars("Opened", seen, before!.seen), ...bars("Confirmed", confirmed, before!.confirmed)] },
    table: {
      columns: ["Step", "Referrals", "Done", "Not yet, or not at all", "At once, when booked", "Half within (median)", "9 in 10 within (90th percentile)"],
      rows: [...rows("this period", now!), ...rows("period before", before!)],
    },
    notes: [
      THIN_BARS,
      "Counted from when a referral came, for those that came in the period. Nights and weekends count too.",
      `Bookings that need no look are confirmed at once (${shownText(confirmed.atOnce)}). They are left out of the times to confirm.`,
      "Half within: the time in the middle, when all are put in order. 9 in 10 within: the same at nine tenths.",
    ],
  };
}
