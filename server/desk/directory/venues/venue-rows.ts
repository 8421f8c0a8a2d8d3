import { sql, type Kysely, type Selectable } from "kysely";
import type { Database, VenueTable } from "../../../../db/schema.ts";
import { shortHash, slugWords } from "../../../imports/slug.ts";
import type { Reading } from "../../../pages/fields/filled.ts";
import { writeUnique } from "../write-unique.ts";
import { pointOfPostcode } from "../../../imports/postcode-point.ts";

export type StoredVenue = Selectable<VenueTable>;

/** What a form says of a venue. A point that it does not give is found by the postcode. */
export type VenueValues = Omit<StoredVenue, "slug" | "last_confirmed" | "latitude" | "longitude"> & Partial<Pick<StoredVenue, "latitude" | "longitude">>;

export const VENUES_A_PAGE = 50;

export interface VenueQuery {
  /** Part of the name, address or postcode. */
  q: string;
  order: "name" | "oldest";
  page: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** One more than a page, where there are more. */
export function listVenues(db: Kysely<Database>, { q, order, page, now }: VenueQuery) {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return db.selectFrom("venue").leftJoin("borough", "borough.gss", "venue.borough_gss")
    .select(["venue.slug", "venue.name", "address", "postcode", "last_confirmed", "borough.name as borough"])
    .select((row) => row.selectFrom("event").select((event) => event.fn.countAll<number>().as("count"))
      .whereRef("event.venue", "=", "venue.slug").where("event.ends_at", ">", new Date(now)).as("events"))
    .where(sql<boolean>`concat_ws(' ', venue.name, address, postcode, replace(postcode, ' ', '')) ilike ${pattern}`)
    .$if(order === "oldest", (query) => query.orderBy("last_confirmed", sql`asc nulls first`))
    .orderBy("venue.name").orderBy("venue.slug").limit(VENUES_A_PAGE + 1).offset((page - 1) * VENUES_A_PAGE).execute();
}

export function findVenue(db: Kysely<Database>, slug: string): Promise<StoredVenue | undefined> {
  return db.selectFrom("venue").selectAll().where("slug", "=", slug).executeTakeFirst();
}

export function listBoroughs(db: Kysely<Database>) {
  return db.selectFrom("borough").select(["gss as value", "name as label"]).orderBy("name").execute();
}

const UNKNOWN_POSTCODE = { errors: [{ field: "postcode", message: "We do not know this postcode. Check it, or say where the place is on the map" }] };

type Placed = Omit<StoredVenue, "slug" | "last_confirmed">;

/** `known`: where the venue is now, if its postcode stays. */
async function placed(db: Kysely<Database>, values: VenueValues, known: Pick<Placed, "latitude" | "longitude"> | undefined): Promise<Placed | undefined> {
  const { latitude, longitude } = values;
  if (latitude !== undefined && longitude !== undefined) return { ...values, latitude, longitude };
  const point = known ?? (await pointOfPostcode(db, values.postcode));
  return point && { ...values, latitude: point.latitude, longitude: point.longitude };
}

/** Adds a venue, whose facts are confirmed by that. `today`: the day in London. */
export async function addVenue(db: Kysely<Database>, values: VenueValues, today: string): Promise<Reading<string>> {
  const row = await placed(db, values, undefined);
  if (!row) return UNKNOWN_POSTCODE;
  const plain = slugWords(row.name) || "venue";
  const namesake = await db.selectFrom("venue").select("postcode").where("slug", "=", plain).executeTakeFirst();
  const slug = namesake && namesake.postcode !== row.postcode ? `${plain}-${shortHash(row.name, row.postcode)}` : plain;
  return writeUnique(async () => {
    await db.insertInto("venue").values({ slug, ...row, last_confirmed: today }).execute();
    return slug;
  }, { venue_pkey: { field: "name", message: "There is a venue with this name and postcode already" } });
}

/** Changes a venue, whose facts are confirmed by that. */
export async function changeVenue(db: Kysely<Database>, stored: StoredVenue, values: VenueValues, today: string): Promise<Reading<string>> {
  const row = await placed(db, values, stored.postcode === values.postcode ? stored : undefined);
  if (!row) return UNKNOWN_POSTCODE;
  await db.updateTable("venue").set({ ...row, last_confirmed: today }).where("slug", "=", stored.slug).execute();
  return { value: stored.slug };
}

/** Somebody says that all facts of a venue are still right. False when there is no such venue. */
export async function confirmVenue(db: Kysely<Database>, slug: string, today: string): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable("venue").set({ last_confirmed: today }).where("slug", "=", slug).executeTakeFirst();
  return numUpdatedRows > 0n;
}
