import { schemasOf } from "./contract/openapi.ts";
import { eventPaths } from "./events/openapi.ts";
import { API_KEY, referralPaths } from "./referrals/api/openapi.ts";

const FEED = "An open feed of events for people living with and beyond cancer. No key is needed.";
const WITH_REFERRALS =
  "An open feed of events for people living with and beyond cancer, with no key. Systems that hold a key can refer people to them.";

const LICENCE = { name: "Open Government Licence v3.0", url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" };

/** The OpenAPI 3.1 document, made from the schemas by which requests are read and answers are typed. */
export function openApiDocument(baseUrl: string, { takesReferrals }: { takesReferrals: boolean }) {
  const paths = { ...eventPaths(), ...(takesReferrals && referralPaths()) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Cancer health and wellbeing events in London",
      version: "1",
      description: takesReferrals ? WITH_REFERRALS : FEED,
      license: LICENCE,
    },
    servers: [{ url: baseUrl }],
    paths,
    components: { schemas: schemasOf(paths), ...(takesReferrals && { securitySchemes: { apiKey: API_KEY } }) },
  };
}
