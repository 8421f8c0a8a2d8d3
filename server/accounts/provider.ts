import { createHash } from "node:crypto";

/** How an organisation's own sign-in is asked: NHSmail or Entra, CIS2, or another that speaks OpenID Connect. */
export interface ProviderSettings {
  /** `https://login.microsoftonline.com/TENANT/v2.0`, without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people know it by: `NHSmail`. */
  name: string;
}

export const LINK_SECONDS = 600;
export const AUTH_PATH = "/desk/auth";

export const digest = (...texts: string[]) => createHash("sha256").update(texts.join("\n")).digest("hex");

/** Another issuer is another provider: the same subject there is somebody else. */
export const providerId = ({ issuer }: ProviderSettings): string => `oidc-${digest(issuer).slice(0, 16)}`;

/** What a provider must know as the way back from it. `baseUrl` without a slash at its end. */
export const callbackAddress = (baseUrl: string, provider: ProviderSettings): string => `${baseUrl}${AUTH_PATH}/callback/${providerId(provider)}`;
