/** What is wrong with an answer. `field` is the id of the field to put right. */
export interface FieldError {
  field: string;
  message: string;
}

/** A form as somebody left it: what stands in its fields, and what is wrong with that. */
export interface Filled {
  form: URLSearchParams;
  errors: readonly FieldError[];
}

export type Reading<Value> = { value: Value } | { errors: FieldError[] };

export function errorFor({ errors }: Filled, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

/** The ids of those that describe a field, for `aria-describedby`. */
export function describedBy(field: string, { hint, error }: { hint: unknown; error: unknown }): string {
  return [hint !== undefined && `${field}-hint`, error !== undefined && `${field}-error`].filter(Boolean).join(" ");
}
