import type { Context } from "hono";

/** What somebody may do at the desk, and for whom. `organiser` publishes and answers referrals; `lead` also invites. */
export type StaffRole =
  | { role: "organiser" | "lead"; organisation: string }
  | { role: "coordinator"; alliance: string }
  | { role: "administrator" };

/** Somebody who is signed in to the desk. */
export interface Staff {
  id: string;
  name: string;
  roles: readonly StaffRole[];
  /** A second factor was proved in this session. */
  hasSecondFactor: boolean;
}

/** Tells who is signed in, by what their browser sent. */
export interface SignIn {
  current(c: Context): Promise<Staff | undefined>;
}
