import { z } from "zod";

/** One thing that is wrong with a request. It names where and why, and never repeats what was sent. */
export const FieldError = z
  .object({
    parameter: z.string(),
    code: z.string(),
    detail: z.string(),
    allowed: z.array(z.string()).optional(),
    suggestions: z.array(z.string()).optional(),
  })
  .meta({ id: "FieldError" });
export type FieldError = z.infer<typeof FieldError>;

/** A problem body (RFC 9457 section 3), served as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
