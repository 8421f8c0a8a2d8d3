import { html } from "hono/html";
import { ORGANISATION_KINDS } from "../../../contract/organisation.ts";
import { choices } from "../../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import { selectField } from "../../../pages/fields/select-field.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { Html } from "../../../pages/markup.ts";
import { FormReader } from "../../../pages/fields/form-reader.ts";
import type { StoredOrganisation } from "./organisation-rows.ts";

/** An organisation with its settings for referrals, as the database has it. */
export type OrganisationValues = Omit<StoredOrganisation, "slug">;

export interface AllianceChoice {
  value: string;
  label: string;
}

const ORGANISATION_SCOPES = ["london", "national", "other"] as const;
const KINDS = { "nhs-trust": "NHS trust", charity: "Charity", community: "Community group" } as const;
const SCOPES: Record<(typeof ORGANISATION_SCOPES)[number], string> = { london: "London", national: "The whole country", other: "Elsewhere" };
const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** `alliances` is empty for somebody who looks after one alliance: then the organisation belongs to that. */
export function organisationFields(alliances: readonly AllianceChoice[], filled: Filled): Html {
  const text = (field: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...field }, filled);
  return html`${text({ name: "name", label: "Name", hint: "As the organisation writes it" })}
${text({ name: "short-name", label: "Short name", hint: "For lists, such as Guy’s" })}
${choices({ kind: "radios", name: "kind", legend: "What kind of organisation is it?", options: optionsOf(KINDS) }, filled)}
${choices({ kind: "radios", name: "scope", legend: "Where does it work?", options: optionsOf(SCOPES) }, filled)}
${alliances.length > 0 && selectField({ name: "alliance", label: "Cancer alliance", none: "None", options: alliances }, filled)}
${text({ name: "ods-code", label: "ODS code", hint: "For NHS organisations, such as RJ1. Leave it empty if there is none.", width: 10 })}
${text({ name: "website", label: "Website", hint: "Starts with https://" })}
${choices({
    kind: "radios", name: "trusted", legend: "Are its events published at once?",
    options: [{ value: "yes", label: "Yes" }, { value: "no", label: "No, an alliance looks at them first" }],
  }, filled)}
<h2 class="nhsuk-heading-m">Referrals</h2>
${text({ name: "team-email", label: "Team email address", hint: "We write here when somebody is referred. A shared inbox is best.", type: "email" })}
${text({ name: "unseen-days", label: "Working days until an unopened referral is chased", hint: "1 to 30", width: 10 })}
${text({ name: "keep-days", label: "Days that details of people are kept after an event", hint: "1 to 3650. After that they are erased.", width: 10 })}`;
}

export const NEW_ORGANISATION = toForm({ scope: "london", trusted: "no", "unseen-days": "2", "keep-days": "90" });

export function fillOrganisation(row: OrganisationValues): URLSearchParams {
  return toForm({
    name: row.name, "short-name": row.short_name, kind: row.kind, scope: row.scope, alliance: row.alliance ?? "", "ods-code": row.ods_code ?? "",
    website: row.website ?? "", trusted: row.trusted ? "yes" : "no", "team-email": row.team_email ?? "",
    "unseen-days": String(row.unseen_after_working_days), "keep-days": String(row.keep_days),
  });
}

function readOdsCode(reader: FormReader): string | null | undefined {
  const typed = reader.line("ods-code", "the ODS code", 20);
  const code = typed && typed.toUpperCase().replace(/\s+/g, "");
  return code && !/^[A-Z0-9]{3,6}$/.test(code) ? reader.refuse("ods-code", "Enter an ODS code of 3 to 6 letters and numbers, like RJ1") : code;
}

/** `ownAlliance`: of somebody who looks after that alliance alone. */
export function readOrganisation(
  form: URLSearchParams, alliances: readonly AllianceChoice[], ownAlliance: string | undefined,
): Reading<OrganisationValues> {
  const reader = new FormReader(form);
  const name = reader.required("name", reader.line("name", "the name", 200), "Enter the name of the organisation");
  const shortName = reader.required("short-name", reader.line("short-name", "the short name", 60), "Enter a short name");
  const kind = reader.required("kind", reader.one("kind", ORGANISATION_KINDS), "Choose what kind of organisation it is");
  const scope = reader.required("scope", reader.one("scope", ORGANISATION_SCOPES), "Choose where it works");
  const trusted = reader.required("trusted", reader.one("trusted", ["yes", "no"]), "Choose whether its events are published at once");
  const odsCode = readOdsCode(reader);
  const website = reader.link("website");
  const teamEmail = reader.email("team-email");
  const unseenAfter = reader.count("unseen-days", "the working days", { least: 1, most: 30 });
  const unseenDays = reader.required("unseen-days", unseenAfter, "Enter the number of working days");
  const keepDays = reader.required("keep-days", reader.count("keep-days", "the days", { least: 1, most: 3_650 }), "Enter the number of days");
  if (
    reader.errors.length > 0 || name === undefined || shortName === undefined || kind === undefined || scope === undefined || trusted === undefined ||
    odsCode === undefined || website === undefined || teamEmail === undefined || unseenDays === undefined || keepDays === undefined
  ) return { errors: reader.errors };
  return {
    value: {
      name, short_name: shortName, kind, scope, ods_code: odsCode, website, trusted: trusted === "yes", team_email: teamEmail,
      unseen_after_working_days: unseenDays, keep_days: keepDays,
      alliance: ownAlliance ?? reader.one("alliance", alliances.map(({ value }) => value)),
    },
  };
}
