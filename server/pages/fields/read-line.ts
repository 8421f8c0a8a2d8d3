import type { ZodType } from "zod";
import type { Reading } from "./filled.ts";

export interface LineMessages {
  empty: string;
  invalid: string;
}

/** What stands in a field of one line, by the schema of the contract. */
export function readLine(form: URLSearchParams, field: string, schema: ZodType<string>, { empty, invalid }: LineMessages): Reading<string> {
  const typed = form.get(field)?.trim() ?? "";
  if (typed === "") return { errors: [{ field, message: empty }] };
  const { success, data } = schema.safeParse(typed);
  return success ? { value: data } : { errors: [{ field, message: invalid }] };
}
