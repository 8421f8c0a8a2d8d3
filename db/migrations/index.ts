import type { Migration } from "kysely/migration";
import * as directory from "./0001-directory.ts";
import * as changes from "./0002-changes.ts";
import * as referrals from "./0003-referrals.ts";
import * as staff from "./0004-staff.ts";
import * as calendars from "./0005-calendars.ts";
import * as figures from "./0006-figures.ts";
import * as people from "./0007-people.ts";
import * as suggestions from "./0008-suggestions.ts";
import * as directoryUpkeep from "./0009-directory-upkeep.ts";
import * as publishing from "./0010-publishing.ts";
import * as widgetReleases from "./0011-widget-releases.ts";
import * as queueNews from "./0012-queue-news.ts";

/** Every migration, in order of its name. A migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-directory": directory,
  "0002-changes": changes,
  "0003-referrals": referrals,
  "0004-staff": staff,
  "0005-calendars": calendars,
  "0006-figures": figures,
  "0007-people": people,
  "0008-suggestions": suggestions,
  "0009-directory-upkeep": directoryUpkeep,
  "0010-publishing": publishing,
  "0011-widget-releases": widgetReleases,
  "0012-queue-news": queueNews,
};
