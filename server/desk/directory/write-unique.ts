import type { FieldError, Reading } from "../../pages/fields/filled.ts";

function constraintOf(error: unknown): string {
  return error instanceof Error && "constraint" in error && typeof error.constraint === "string" ? error.constraint : "";
}

/**
 * Runs a write, whose transaction is its own. What a constraint of the database refuses is told at the field that `fields` has for the
 * constraint's name. Throws all other errors.
 */
export async function writeUnique<Value>(write: () => Promise<Value>, fields: Readonly<Record<string, FieldError>>): Promise<Reading<Value>> {
  try {
    return { value: await write() };
  } catch (error) {
    const refused = fields[constraintOf(error)];
    if (!refused) throw error;
    return { errors: [refused] };
  }
}
