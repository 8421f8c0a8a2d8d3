import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { StaffRole } from "./staff.ts";

const WORDS = { organiser: "Organiser", lead: "Lead", coordinator: "Coordinator", administrator: "Administrator" } as const;

/** `Lead of University College London Hospitals`, as people read a role. */
export async function roleWords(db: Kysely<Database>, role: StaffRole): Promise<string> {
  const words = WORDS[role.role];
  if ("organisation" in role) {
    const { name } = await db.selectFrom("organisation").select("name").where("slug", "=", role.organisation).executeTakeFirstOrThrow();
    return `${words} of ${name}`;
  }
  if ("alliance" in role) {
    const { name } = await db.selectFrom("alliance").select("name").where("slug", "=", role.alliance).executeTakeFirstOrThrow();
    return `${words} of ${name}`;
  }
  return words;
}
