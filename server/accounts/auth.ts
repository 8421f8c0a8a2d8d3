import { betterAuth } from "better-auth";
import { genericOAuth, magicLink } from "better-auth/plugins";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { AUTH_PATH, digest, LINK_SECONDS, providerId, type ProviderSettings } from "./provider.ts";

const SESSION_SECONDS = 12 * 60 * 60;
export interface AuthOptions {
  db: Kysely<Database>;
  /** 32 bytes. */
  secret: Buffer;
  baseUrl: string;
  provider: ProviderSettings | undefined;
  /** `take`: the service asked for the token itself. */
  sendLink: (email: string, token: string, take: TakeToken | undefined) => void;
}

export type TakeToken = (token: string) => void;

/** Whoever comes from a provider is known by issuer and subject. No address of theirs is taken from it, so that none can be claimed by it. */
function addressFor(issuer: string, subject: string): string {
  return `${digest(issuer, subject)}@provider.invalid`;
}

function oidc(provider: ProviderSettings) {
  const { issuer, clientId, clientSecret } = provider;
  return genericOAuth({
    config: [{
      providerId: providerId(provider),
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      requireIdTokenVerification: true,
      clientId,
      clientSecret,
      scopes: ["openid", "profile"],
      pkce: true,
      mapProfileToUser: (profile) => ({ email: addressFor(issuer, String(profile["sub"])), name: String(profile["name"] || "Name not known").slice(0, 100), emailVerified: true }),
    }],
  });
}

const cookie = (name: string) => ({ name: `__Host-desk-${name}`, attributes: { secure: true, httpOnly: true, sameSite: "lax" as const, path: "/" } });

/** better-auth over our own tables. Nothing of it is reachable from outside but the way back from a provider. */
export function createAuth({ db, secret, baseUrl, provider, sendLink }: AuthOptions) {
  return betterAuth({
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret: secret.toString("base64"),
    database: { db, type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: "staff", fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" } },
    session: {
      modelName: "staff_session",
      fields: { userId: "staff", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", createdAt: "created_at", updatedAt: "updated_at" },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "staff_identity",
      fields: {
        userId: "staff", accountId: "subject", providerId: "provider", accessToken: "access_token", refreshToken: "refresh_token", idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at", refreshTokenExpiresAt: "refresh_token_expires_at", createdAt: "created_at", updatedAt: "updated_at",
      },
      accountLinking: { enabled: false },
      encryptOAuthTokens: true,
    },
    verification: { modelName: "sign_in_code", fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" } },
    advanced: { ipAddress: { disableIpTracking: true }, useSecureCookies: false, cookies: { session_token: cookie("session"), state: cookie("state") } },
    plugins: [
      magicLink({ expiresIn: LINK_SECONDS, disableSignUp: true, storeToken: "hashed", sendMagicLink: ({ email, token, metadata }) => sendLink(email, token, metadata?.["take"] as TakeToken | undefined) }),
      ...(provider ? [oidc(provider)] : []),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
