import { z } from "zod";
import { Slug, TermRef } from "./vocabulary.ts";

/** `null` always means "not known", never "no". */
const Known = z.boolean().nullable();

export const Venue = z
  .object({
    slug: Slug,
    name: z.string(),
    address: z.string(),
    postcode: z.string(),
    borough: TermRef.nullable(),
    latitude: z.number(),
    longitude: z.number(),
    access: z.object({
      stepFree: Known,
      hearingLoop: Known,
      accessibleToilet: Known,
      note: z.string().nullable(),
    }),
    transport: z.object({
      nearestStation: z.string().nullable(),
      stationStepFree: Known,
      directions: z.string().nullable(),
      parking: z.string().nullable(),
      parkingCost: z.string().nullable(),
      blueBadge: z.string().nullable(),
      patientTransport: z.string().nullable(),
    }),
  })
  .meta({ id: "Venue" });
export type Venue = z.infer<typeof Venue>;
