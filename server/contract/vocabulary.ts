import { z } from "zod";

/** A slug: lower-case words and digits joined by single hyphens, at most 100 characters. */
export const Slug = z.string().max(100).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A term as events carry it: enough to show and to filter by. */
export const TermRef = z.object({ slug: Slug, label: z.string() }).meta({ id: "TermRef" });
export type TermRef = z.infer<typeof TermRef>;

/** A term of a vocabulary, with what people call it and how they misspell it. `parent` is the slug of a wider term. */
export const Term = TermRef.extend({
  parent: Slug.nullable(),
  definition: z.string().nullable(),
  synonyms: z.array(z.string()),
  misspellings: z.array(z.string()),
}).meta({ id: "Term" });
export type Term = z.infer<typeof Term>;

export const FORMATS = ["in-person", "online", "hybrid", "phone"] as const;
export const KINDS = ["group-session", "course", "one-to-one", "drop-in", "open-day"] as const;
export const AUDIENCES = ["patients", "carers"] as const;
export const ACCESS_NEEDS = ["step-free", "hearing-loop", "bsl", "interpreter"] as const;
export const BOOKING_USERS = ["self", "professional"] as const;

/** What people read for each fixed value. The words follow the NHS content style. */
export const FIXED_LABELS = {
  format: { "in-person": "In person", online: "Online", hybrid: "In person or online", phone: "By phone" },
  kind: {
    "group-session": "Group session",
    course: "Course of several sessions",
    "one-to-one": "One-to-one appointment",
    "drop-in": "Drop-in",
    "open-day": "Open day",
  },
  audience: { patients: "People with cancer", carers: "Carers, family and friends" },
  access: {
    "step-free": "Step-free access",
    "hearing-loop": "Hearing loop",
    bsl: "British Sign Language (BSL)",
    interpreter: "Language interpreter",
  },
  booking: { self: "You can book for yourself", professional: "A health professional can refer" },
  available: { true: "Places left" },
} as const satisfies {
  format: Record<(typeof FORMATS)[number], string>;
  kind: Record<(typeof KINDS)[number], string>;
  audience: Record<(typeof AUDIENCES)[number], string>;
  access: Record<(typeof ACCESS_NEEDS)[number], string>;
  booking: Record<(typeof BOOKING_USERS)[number], string>;
  available: { true: string };
};

/** `GET /v1/vocabularies`: every value that the filters take. Topics, tumour groups and stages stand in display order. */
export const Vocabularies = z
  .object({
    topics: z.array(Term),
    tumourGroups: z.array(Term),
    stages: z.array(Term),
    boroughs: z.array(
      TermRef.extend({
        gss: z.string(),
        alliance: Slug.nullable(),
        latitude: z.number(),
        longitude: z.number(),
        tile: z.object({ row: z.number().int(), column: z.number().int() }),
      }),
    ),
    alliances: z.array(
      TermRef.extend({
        shortName: z.string(),
        onsCode: z.string().nullable(),
        website: z.string().nullable(),
        validFrom: z.iso.date().nullable(),
        validTo: z.iso.date().nullable(),
        predecessors: z.array(Slug),
        boroughs: z.array(Slug),
      }),
    ),
    formats: z.array(TermRef),
    kinds: z.array(TermRef),
    audiences: z.array(TermRef),
    access: z.array(TermRef),
    booking: z.array(TermRef),
    languages: z.array(TermRef),
  })
  .meta({ id: "Vocabularies" });
export type Vocabularies = z.infer<typeof Vocabularies>;
