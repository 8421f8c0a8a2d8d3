import type { Kysely, Selectable, Transaction } from "kysely";
import type { Database, StaffRoleTable } from "../../db/schema.ts";
import type { Staff, StaffRole } from "./staff.ts";

type RoleColumns = Pick<Selectable<StaffRoleTable>, "role" | "organisation" | "alliance">;

/** Undefined for columns that make no role. */
export function roleOf({ role, organisation, alliance }: RoleColumns): StaffRole | undefined {
  if (role === "administrator") return { role };
  if (role === "coordinator") return alliance === null ? undefined : { role, alliance };
  return organisation === null ? undefined : { role, organisation };
}

export function columnsOf(role: StaffRole): RoleColumns {
  return { role: role.role, organisation: "organisation" in role ? role.organisation : null, alliance: "alliance" in role ? role.alliance : null };
}

/**
 * Whether somebody may give a role, or take it away: a lead within their organisation; a coordinator leads and organisers of organisations of
 * their alliance, and coordinators of it; an administrator any. `allianceOf` is the alliance of the role's organisation.
 */
export function mayGive({ roles }: Pick<Staff, "roles">, role: StaffRole, allianceOf: string | null): boolean {
  return roles.some((own) => {
    if (own.role === "administrator") return true;
    if (own.role === "coordinator") return role.role === "coordinator" ? role.alliance === own.alliance : "organisation" in role && allianceOf === own.alliance;
    return own.role === "lead" && "organisation" in role && role.organisation === own.organisation;
  });
}

export async function addRole(tx: Transaction<Database>, staff: string, role: StaffRole): Promise<void> {
  await tx.insertInto("staff_role").values({ staff, ...columnsOf(role) }).onConflict((conflict) => conflict.doNothing()).execute();
}

export async function rolesOf(db: Kysely<Database>, staff: string): Promise<StaffRole[]> {
  const rows = await db.selectFrom("staff_role").select(["role", "organisation", "alliance"]).where("staff", "=", staff).orderBy("created_at").execute();
  return rows.flatMap((row) => roleOf(row) ?? []);
}

export type Removal = "removed" | "gone" | "last-administrator";

/** Takes a role away, and ends all sessions of who had it. The last administrator stays. */
export function removeRole(db: Kysely<Database>, id: string): Promise<Removal> {
  return db.transaction().execute(async (tx) => {
    const all = await tx.selectFrom("staff_role").select(["id", "staff", "role"]).where((where) => where.or([where("id", "=", id), where("role", "=", "administrator")])).orderBy("id").forUpdate().execute();
    const row = all.find((one) => one.id === id);
    if (!row) return "gone";
    if (row.role === "administrator" && all.filter(({ role }) => role === "administrator").length === 1) return "last-administrator";
    await tx.deleteFrom("staff_role").where("id", "=", id).execute();
    await tx.deleteFrom("staff_session").where("staff", "=", row.staff).execute();
    return "removed";
  });
}
