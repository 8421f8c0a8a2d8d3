import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { portOf } from "../../listen.ts";

/** Who the provider takes everybody for, as claims of the ID token (OpenID Connect Core 1.0, section 5.1). */
export interface Subject {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  amr?: string[];
  acr?: string;
}

/** A provider of OpenID Connect on this machine, where somebody is signed in already. */
export interface OidcProvider {
  /** Without a slash at its end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes next. */
  subject: Subject;
  /** Signs with a key that is not in the provider's own list. */
  signsWithOtherKey: boolean;
  close(): Promise<void>;
}

interface Asked {
  challenge: string;
  nonce: string | undefined;
  redirectUri: string;
  subject: Subject;
}

const LIFETIME_SECONDS = 300;
const KEY_ID = "one";
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const [own, other] = [newKey(), newKey()];

/** RS256 (RFC 7518, section 3.3). */
function sign(claims: object, key: typeof own): string {
  const content = `${base64url({ alg: "RS256", typ: "JWT", kid: KEY_ID })}.${base64url(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key.privateKey).toString("base64url")}`;
}

function tokensFor(provider: OidcProvider, { nonce, subject }: Asked) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: provider.issuer, aud: provider.clientId, iat: now, exp: now + LIFETIME_SECONDS, nonce, ...subject };
  const idToken = sign(claims, provider.signsWithOtherKey ? other : own);
  return { access_token: randomUUID(), token_type: "Bearer", expires_in: LIFETIME_SECONDS, id_token: idToken };
}

/** Discovery 1.0, section 3, and the keys (RFC 7517). */
function describe(app: Hono, { issuer }: OidcProvider): void {
  app.get("/.well-known/openid-configuration", (c) => c.json({
    issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"],
  }));
  app.get("/jwks", (c) => c.json({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: KEY_ID, use: "sig", alg: "RS256" }] }));
}

/** The code flow with PKCE (RFC 6749 section 4.1, RFC 7636). Nothing is asked of who comes. A code is good once. */
function exchange(app: Hono, provider: OidcProvider): void {
  const codes = new Map<string, Asked>();
  const subjects = new Map<string, Subject>();
  app.get("/authorize", (c) => {
    const { client_id, redirect_uri, code_challenge, code_challenge_method, nonce, state } = c.req.query();
    if (client_id !== provider.clientId || !redirect_uri || !code_challenge || code_challenge_method !== "S256" || !state) return c.text("invalid_request", 400);
    const code = randomUUID();
    codes.set(code, { challenge: code_challenge, nonce, redirectUri: redirect_uri, subject: provider.subject });
    return c.redirect(`${redirect_uri}?${new URLSearchParams({ code, state })}`);
  });
  app.post("/token", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
    if (form.get("client_secret") !== provider.clientSecret) return c.json({ error: "invalid_client" }, 401);
    if (asked?.challenge !== challenge || asked.redirectUri !== form.get("redirect_uri")) return c.json({ error: "invalid_grant" }, 400);
    const tokens = tokensFor(provider, asked);
    subjects.set(tokens.access_token, asked.subject);
    return c.json(tokens);
  });
  app.get("/userinfo", (c) => {
    const subject = subjects.get(c.req.header("authorization")?.replace("Bearer ", "") ?? "");
    return subject ? c.json(subject) : c.json({ error: "invalid_token" }, 401);
  });
}

export async function startOidcProvider(): Promise<OidcProvider> {
  const app = new Hono();
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const provider: OidcProvider = {
    issuer: `http://localhost:${portOf(server)}`, clientId: "events", clientSecret: randomUUID(), subject: { sub: "one" }, signsWithOtherKey: false,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  describe(app, provider);
  exchange(app, provider);
  return provider;
}
