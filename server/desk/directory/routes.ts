import { html } from "hono/html";
import { sendTitled } from "../desk-page.ts";
import type { DeskRoutes } from "../desk-routes.ts";
import type { DeskDependencies } from "../routes.ts";
import { registerOrganisations } from "./organisations/routes.ts";
import { registerPageTexts } from "./pages/routes.ts";
import { registerSites } from "./sites/sites-page.ts";
import { registerVenues } from "./venues/routes.ts";
import { registerWords } from "./words/routes.ts";

const PARTS = [
  { href: "/desk/directory/organisations", text: "Organisations", hint: "Who runs events, and who hears of their referrals." },
  { href: "/desk/directory/venues", text: "Venues", hint: "Where events are, how to get there, and access. Merge what is there twice." },
  { href: "/desk/directory/words", text: "Words people search by", hint: "Topics, cancers and stages, with what people call them." },
  { href: "/desk/directory/pages", text: "Pages", hint: "The page about these events, and other support." },
  { href: "/desk/directory/sites", text: "Websites with the finder", hint: "Which websites show it, and how often it is opened." },
  { href: "/desk/team", text: "People and invitations", hint: "Who may use the desk for an organisation." },
] as const;

/** What the alliances keep: everything that events refer to, and the words of the public pages. */
export function registerDirectoryPages(routes: DeskRoutes, desk: DeskDependencies): void {
  routes.get("coordinator", "/desk/directory", (c, visit) => sendTitled(c, visit, { title: "Directory", current: "directory" }, html`
<ul class="nhsuk-list hwbe-desk-cards">
${PARTS.map(({ href, text, hint }) => html`<li><a class="hwbe-desk-cards__link" href="${href}">${text}</a><br>${hint}</li>`)}
</ul>`));
  registerOrganisations(routes, desk);
  registerVenues(routes, desk);
  registerWords(routes, desk);
  registerPageTexts(routes, desk);
  registerSites(routes, desk);
}
