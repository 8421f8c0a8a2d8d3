import type { Staff } from "../accounts/staff.ts";

/** Somebody at a page of the desk. `token` goes into each form as the hidden field `token`. */
export interface Visit {
  staff: Staff;
  token: string;
  /** The organisation that somebody with several says they act for. */
  chosen: string | undefined;
  /** What was done by the request before, to be said once at the top of the page. */
  done: string | undefined;
}

/** They act for one organisation. */
export interface OrganiserVisit extends Visit {
  organisation: string;
}

/** They look after one alliance; undefined: after all, as an administrator. */
export interface CoordinatorVisit extends Visit {
  alliance: string | undefined;
}

/** Who may use a page, and as whom. All but `staff`, `member` and `organiser` need a second factor. */
export interface Visits {
  /** Whoever is signed in. */
  staff: Visit;
  /** Whoever has a role. */
  member: Visit;
  /** Publishes for an organisation. */
  organiser: OrganiserVisit;
  /** Sees the people who come to an organisation's events. */
  people: OrganiserVisit;
  /** Invites others, and takes their roles away. */
  team: Visit;
  coordinator: CoordinatorVisit;
  administrator: Visit;
}

export type Access = keyof Visits;

const WITHOUT_SECOND_FACTOR: ReadonlySet<Access> = new Set(["staff", "member", "organiser"]);

export const needsSecondFactor = (access: Access): boolean => !WITHOUT_SECOND_FACTOR.has(access);

/** The organisations for which somebody may act, each once. */
export function organisationsOf({ roles }: Staff): string[] {
  return [...new Set(roles.flatMap((role) => ("organisation" in role ? [role.organisation] : [])))];
}

function asOrganiser(visit: Visit): OrganiserVisit | undefined {
  const theirs = organisationsOf(visit.staff);
  const organisation = theirs.find((slug) => slug === visit.chosen) ?? theirs[0];
  return organisation === undefined ? undefined : { ...visit, organisation };
}

function asCoordinator(visit: Visit): CoordinatorVisit | undefined {
  const { roles } = visit.staff;
  if (roles.some(({ role }) => role === "administrator")) return { ...visit, alliance: undefined };
  const coordinator = roles.find((role) => role.role === "coordinator");
  return coordinator && { ...visit, alliance: coordinator.alliance };
}

/** The visit as what the page asks for; undefined when they are not that. */
export function visitAs<Kind extends Access>(access: Kind, visit: Visit): Visits[Kind] | undefined {
  const organiser = () => asOrganiser(visit);
  const kinds: { [Key in Access]: () => Visits[Key] | undefined } = {
    staff: () => visit,
    member: () => (visit.staff.roles.length > 0 ? visit : undefined),
    organiser,
    people: organiser,
    team: () => (visit.staff.roles.some(({ role }) => role !== "organiser") ? visit : undefined),
    coordinator: () => asCoordinator(visit),
    administrator: () => (visit.staff.roles.some(({ role }) => role === "administrator") ? visit : undefined),
  };
  return kinds[access]();
}
