import type { Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { countTimes, type Spread, type Times } from "../counts/times.ts";
import type { Question } from "../counts/question.ts";
import { disclose, discloseOne, WITHHELD, type Shown } from "../disclosure.ts";
import type { BarRow } from "../charts/bars.ts";
import type { Cell, Figure } from "./figure.ts";
import { duration, shownText } from "./number-words.ts";

/** How far referrals got, as it may be shown: each of the two makes up all referrals. */
interface Working {
  referrals: Shown;
  seen: { yes: Shown; no: Shown; spread: Spread | undefined };
  confirmed: { later: Shown; atOnce: Shown; no: Shown; spread: Spread | undefined };
}

function workOut({ referrals, seen, confirmedAtOnce, confirmedLater, untilSeen, untilConfirmed }: Times): Working {
  const [yes, notSeen] = disclose([seen, referrals - seen]);
  const [later, atOnce, no] = disclose([confirmedLater, confirmedAtOnce, referrals - confirmedLater - confirmedAtOnce]);
  return {
    referrals: discloseOne(referrals),
    seen: { yes: yes!, no: notSeen!, spread: typeof yes === "number" ? untilSeen : undefined },
    confirmed: { later: later!, atOnce: atOnce!, no: no!, spread: typeof later === "number" ? untilConfirmed : undefined },
  };
}

const SHARES = [{ key: "median", words: "half within" }, { key: "ninetieth", words: "9 in 10 within" }] as const;

function bars(step: string, now: Spread | undefined, before: Spread | undefined): BarRow[] {
  return SHARES.map(({ key, words }) => ({
    label: `${step}: ${words}`,
    value: now?.[key],
    text: now ? duration(now[key]) : WITHHELD,
    before: before?.[key],
  }));
}

const timeCell = (spread: Spread | undefined, key: keyof Spread): Cell => (spread ? duration(spread[key]) : WITHHELD);

function rows(period: string, { referrals, seen, confirmed }: Working): Cell[][] {
  return [
    [`Opened by the organiser, ${period}`, referrals, seen.yes, seen.no, "", timeCell(seen.spread, "median"), timeCell(seen.spread, "ninetieth")],
    [`Confirmed after a look, ${period}`, referrals, confirmed.later, confirmed.no, confirmed.atOnce, timeCell(confirmed.spread, "median"), timeCell(confirmed.spread, "ninetieth")],
  ];
}

function sentence(step: string, spread: Spread | undefined): string {
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
    says: `${sentence("opened", seen.spread)} ${sentence("confirmed", confirmed.spread)}`,
    picture: { kind: "bars", bars: [...bars("Opened", seen.spread, before!.seen.spread), ...bars("Confirmed", confirmed.spread, before!.confirmed.spread)] },
    table: {
      columns: ["Step", "Referrals", "Done", "Not yet, or not at all", "At once, when booked", "Half within (median)", "9 in 10 within (90th percentile)"],
      rows: [...rows("this period", now!), ...rows("period before", before!)],
    },
    notes: [
      "Counted from when a referral came, for those that came in the period. Nights and weekends count too.",
      `Bookings that need no look are confirmed at once (${shownText(confirmed.atOnce)}). They are left out of the times to confirm.`,
      "Half within: the time in the middle, when all are put in order. 9 in 10 within: the same at nine tenths.",
    ],
  };
}
