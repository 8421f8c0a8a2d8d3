import type { Referrals } from "./referral.ts";

const KEEP_DAYS = 90;

/** For how many days after an event an organisation keeps the details of those who came. Throws `ReferralsUnavailableError`. */
export async function readKeepDays({ db }: Pick<Referrals, "db">, organisation: string): Promise<number> {
  const settings = await db.transaction({}, (tx) =>
    tx.selectFrom("referral_settings").select("keep_days").where("organisation", "=", organisation).executeTakeFirst());
  return settings?.keep_days ?? KEEP_DAYS;
}
