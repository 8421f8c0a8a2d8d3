import { z } from "zod";
import { Slug, TermRef } from "./vocabulary.ts";

export const ORGANISATION_KINDS = ["nhs-trust", "charity", "community"] as const;

/** Who runs an event. `odsCode` is the NHS Organisation Data Service code, for NHS bodies. */
export const Organiser = TermRef.extend({
  shortName: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  odsCode: z.string().nullable(),
  website: z.string().nullable(),
}).meta({ id: "Organiser" });
export type Organiser = z.infer<typeof Organiser>;

/** `GET /v1/organisations`: an organiser with its alliance and the number of its events to come. */
export const Organisation = Organiser.extend({
  alliance: Slug.nullable(),
  upcomingEvents: z.number().int().nonnegative(),
}).meta({ id: "Organisation" });
export type Organisation = z.infer<typeof Organisation>;

export const OrganisationList = z.object({ organisations: z.array(Organisation) }).meta({ id: "OrganisationList" });
