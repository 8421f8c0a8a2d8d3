import { html } from "hono/html";
import type { Hono } from "hono";
import type { DirectorySource } from "../../events/live-directory.ts";
import { privateHeaders } from "../../referrals/pages/private-page.ts";
import type { Referrals } from "../../referrals/referral.ts";
import { registerForms } from "./form-routes.ts";
import { registerLink } from "./link-routes.ts";
import { sendPublic } from "./public-page.ts";

export interface SuggestionDependencies {
  /** Undefined where this service keeps nothing about people. */
  referrals: Referrals | undefined;
  directory: DirectorySource;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const ADDRESSES = ["/suggest", "/suggest/*", "/feedback"];

/** The pages on which the public tells or asks us something. */
export function registerSuggestionPages(app: Hono, { referrals, directory, now = Date.now }: SuggestionDependencies): void {
  for (const address of ADDRESSES) app.use(address, privateHeaders);
  if (!referrals) {
    for (const address of ADDRESSES) {
      app.all(address, (c) => sendPublic(c, { title: "You cannot write to us here at the moment" }, html`<p>Please contact your <a href="/about#tell-us">cancer alliance</a>.</p>`, 503));
    }
    return;
  }
  const pages = { referrals, directory, now };
  registerForms(app, pages);
  registerLink(app, pages);
}
