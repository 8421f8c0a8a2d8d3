import { z } from "zod";
import { BOOKING_ROUTES } from "../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../contract/vocabulary.ts";

/**
 * What calendars lack: the same for all events of one. `venue` is for those in person whose place we do not know. `dayStart` and
 * `dayEnd` are the times of events that last whole days, in minutes since midnight; null leaves such events out.
 */
export const Mapping = z.object({
  forWhom: z.string(),
  summary: z.string().nullable(),
  topics: z.array(z.string()),
  tumourGroups: z.array(z.string()),
  format: z.enum(FORMATS),
  venue: z.string().nullable(),
  kind: z.enum(KINDS),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  bookingRoute: z.enum(BOOKING_ROUTES),
  bookingBy: z.array(z.enum(BOOKING_USERS)).min(1),
  bookingUrl: z.string().nullable(),
  capacity: z.number().int().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactEmail: z.string().nullable(),
  dayStart: z.number().int().nullable(),
  dayEnd: z.number().int().nullable(),
});

export type Mapping = z.infer<typeof Mapping>;
