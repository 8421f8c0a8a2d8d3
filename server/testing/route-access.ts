import type { ApiScope } from "../referrals/api/api-keys.ts";
import type { Access as DeskAccess } from "../desk/visit.ts";
import { LINK_PURPOSES, type LinkPurpose } from "../referrals/link-token.ts";

/**
 * Who gets more than a refusal: everyone, this machine alone, who has a key with one of the scopes or a link of one of the purposes, or
 * who is signed in to the desk as that.
 */
export type Access = "everyone" | "this machine" | { desk: DeskAccess } | { key: readonly ApiScope[] } | { link: readonly LinkPurpose[] };

const EVENT = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

const everyone = (...routes: string[]) => Object.fromEntries(routes.map((route) => [route, "everyone" as const]));

const atDesk = (desk: DeskAccess, ...routes: string[]) => Object.fromEntries(routes.map((route) => [route, { desk }]));

/** Who may use each route of the service, by its method and path. Written apart from the routes, so that it can be held against them. */
export const ROUTE_ACCESS: Readonly<Record<string, Access>> = {
  // What only passes requests on, and what answers when a service takes no referrals.
  ...everyone("ALL /*", "ALL /v1/*", "ALL /openapi.json", "ALL /outbox/*"),
  ...everyone("ALL /events/:slug/book", "ALL /events/:slug/book/*", "ALL /events/:slug/refer"),
  ...everyone("ALL /refer", "ALL /refer/*", "ALL /referrals", "ALL /referrals/*"),

  // The feed and the public pages.
  ...everyone("GET /widget/v1/*", "GET /assets/*", "GET /openapi.json"),
  ...everyone("GET /v1/events", "GET /v1/events/index", `GET /v1/events/:id{${EVENT}}`, `GET /v1/events/:id{${EVENT}}/alternatives`, "GET /v1/organisations", "GET /v1/vocabularies", "GET /v1/changes"),
  ...everyone("GET /v1/events.ics", `GET /v1/events/:file{${EVENT}\\.ics}`),
  ...everyone("GET /", "GET /events", "GET /events/:slug", "GET /about", "GET /developers", "GET /developers/snippet", "GET /embed"),
  ...everyone("GET /widget/:version{[0-9]+\\.[0-9]+\\.[0-9]+}/hwbe-finder.js"),

  // Booking and referring. What was typed comes back to the same browser alone, from a sealed cookie.
  ...everyone("GET /referrals/challenge", "GET /events/:slug/book", "GET /events/:slug/book/check", "POST /events/:slug/book/check"),
  ...everyone("GET /events/:slug/book/done", "GET /events/:slug/book/:question", "POST /events/:slug/book/:question"),
  ...everyone("GET /events/:slug/refer", "POST /events/:slug/refer", "GET /refer", "POST /refer", "GET /refer/done"),

  // A booking or a referral, by a link that was mailed.
  ...everyone("GET /referrals", "POST /referrals", "GET /referrals/sent"),
  "GET /referrals/:token": { link: LINK_PURPOSES },
  "POST /referrals/:token": { link: ["confirm-address", "prove-address"] },
  "GET /referrals/:token/change": { link: ["attendee"] },
  "POST /referrals/:token/change": { link: ["attendee"] },
  "GET /referrals/:token/cancel": { link: ["attendee", "referrer"] },
  "POST /referrals/:token/cancel": { link: ["attendee", "referrer"] },
  "POST /referrals/:token/details": { link: ["attendee"] },
  "GET /referrals/:token/erase": { link: ["attendee"] },
  "POST /referrals/:token/erase": { link: ["attendee"] },

  // What the public tells and asks. The link shows what was written back to them.
  ...everyone("ALL /suggest", "ALL /suggest/*", "ALL /feedback", "GET /suggest", "POST /suggest", "GET /feedback", "POST /feedback", "GET /suggest/done"),
  ...everyone("GET /suggest/:token", "POST /suggest/:token"),

  // The desk.
  ...everyone("ALL /desk", "ALL /desk/*"),
  ...atDesk("staff", "GET /desk", "POST /desk/organisation", "GET /desk/second-factor", "POST /desk/second-factor"),
  ...atDesk("team", "GET /desk/team", "POST /desk/team", "POST /desk/team/:id/remove", "POST /desk/team/:id/reset", "POST /desk/team/invitations/:id/withdraw"),
  ...atDesk("member", "GET /desk/dashboard", "GET /desk/dashboard/:file"),
  ...atDesk("organiser", "GET /desk/events", "POST /desk/events/still-right", "GET /desk/events/new", "POST /desk/events/new"),
  ...atDesk("organiser", "GET /desk/events/drafts/:id", "POST /desk/events/drafts/:id", "POST /desk/events/drafts/:id/delete"),
  ...atDesk("organiser", "GET /desk/events/:id", "POST /desk/events/:id", "GET /desk/events/:id/copy", "POST /desk/events/:id/copy"),
  ...atDesk("organiser", "GET /desk/events/:id/call-off", "POST /desk/events/:id/call-off"),
  ...atDesk("organiser", "GET /desk/import", "POST /desk/import", "GET /desk/import/template.csv", "GET /desk/import/:id", "POST /desk/import/:id"),
  ...atDesk("organiser", "GET /desk/calendars", "POST /desk/calendars", "GET /desk/calendars/:id", "POST /desk/calendars/:id"),
  ...atDesk("organiser", "POST /desk/calendars/:id/follow", "POST /desk/calendars/:id/stop", "POST /desk/calendars/:id/fetch"),

  // The people who come to an organisation's events.
  ...atDesk("people", "GET /desk/referrals", "GET /desk/referrals/:reference", "POST /desk/referrals/:reference"),
  ...atDesk("people", "GET /desk/events/:id/people", "POST /desk/events/:id/people", "POST /desk/events/:id/people/booking"),
  ...atDesk("people", "GET /desk/events/:id/people/message", "POST /desk/events/:id/people/message"),
  ...atDesk("people", "GET /desk/events/:id/people/print", "GET /desk/events/:id/people/people.csv"),

  // What the alliances keep.
  ...atDesk("coordinator", "GET /desk/directory", "GET /desk/directory/organisations", "GET /desk/directory/organisations/new", "POST /desk/directory/organisations/new"),
  ...atDesk("coordinator", "GET /desk/directory/organisations/:slug", "POST /desk/directory/organisations/:slug"),
  ...atDesk("coordinator", "GET /desk/directory/venues", "GET /desk/directory/venues/new", "POST /desk/directory/venues/new", "GET /desk/directory/venues/merge", "POST /desk/directory/venues/merge"),
  ...atDesk("coordinator", "GET /desk/directory/venues/:slug", "POST /desk/directory/venues/:slug", "POST /desk/directory/venues/:slug/still-right"),
  ...atDesk("coordinator", "GET /desk/directory/words", "GET /desk/directory/words/topics/new", "POST /desk/directory/words/topics/new"),
  ...atDesk("coordinator", "GET /desk/directory/words/topics/:slug", "POST /desk/directory/words/topics/:slug", "POST /desk/directory/words/topics/:slug/delete"),
  ...atDesk("administrator", "GET /desk/directory/words/tumour-groups/:slug", "POST /desk/directory/words/tumour-groups/:slug"),
  ...atDesk("administrator", "GET /desk/directory/words/stages/:slug", "POST /desk/directory/words/stages/:slug"),
  ...atDesk("coordinator", "GET /desk/directory/pages", "GET /desk/directory/pages/about/:section", "POST /desk/directory/pages/about/:section"),
  ...atDesk("coordinator", "GET /desk/directory/pages/signposts/new", "POST /desk/directory/pages/signposts/new", "GET /desk/directory/pages/signposts/:slug", "POST /desk/directory/pages/signposts/:slug"),
  ...atDesk("coordinator", "POST /desk/directory/pages/signposts/:slug/up", "POST /desk/directory/pages/signposts/:slug/shown"),
  ...atDesk("coordinator", "GET /desk/directory/sites", "GET /desk/directory/sites.csv"),

  ...atDesk("coordinator", "GET /desk/queue", "GET /desk/queue/:id", "POST /desk/queue/:id", "GET /desk/queue/events/:id", "POST /desk/queue/events/:id"),
  ...atDesk("people", "GET /desk/questions", "GET /desk/questions/:id", "POST /desk/questions/:id"),

  // Signing in. Links are good once, by their button alone; samples are for this machine alone.
  ...everyone("GET /desk/sign-in", "POST /desk/sign-in", "GET /desk/sign-in/sent", "GET /desk/sign-in/link", "POST /desk/sign-in/link"),
  ...everyone("GET /desk/sign-in/provider", "GET /desk/auth/callback/:provider", "POST /desk/sign-out"),
  ...everyone("GET /desk/invitations/:token", "POST /desk/invitations/:token"),
  "POST /desk/sign-in/sample": "this machine",

  // A link in an e-mail to an organiser, which shows what is public.
  ...everyone("GET /desk/still-right/:token", "POST /desk/still-right/:token"),

  // Referrals by systems. Other methods get 405, whoever asks.
  "POST /v1/referrals": { key: ["refer"] },
  "GET /v1/referrals": { key: ["receive"] },
  "GET /v1/referrals/:reference": { key: ["refer", "receive"] },
  "DELETE /v1/referrals/:reference": { key: ["refer"] },
  "POST /v1/referrals/:reference/decision": { key: ["receive"] },
  "GET /v1/messages/undelivered": { key: ["receive"] },
  ...everyone("ALL /v1/referrals", "ALL /v1/referrals/:reference", "ALL /v1/referrals/:reference/decision", "ALL /v1/messages/undelivered"),

  // E-mails of a demonstration.
  "GET /outbox": "this machine",
  "GET /outbox/:id": "this machine",
};
