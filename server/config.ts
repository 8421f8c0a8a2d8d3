import { resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used, told in one line that says what to change. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const Port = z.coerce.number().int().min(0).max(65535);
const empty = (value: unknown) => (value === "" ? undefined : value);

/** `https://www.example.nhs.uk`, as browsers write it (RFC 6454 section 6.1). */
const Origin = z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).origin === text);

const Environment = z.object({
  PORT: z.preprocess(empty, Port.default(8787)),
  DEMO_PORT: z.preprocess(empty, Port.default(8788)),
  DEMO: z.preprocess(empty, z.enum(["on", "off"]).default("on")),
  BUILD: z.preprocess(empty, z.enum(["on", "off"]).default("on")),
  HOST: z.preprocess(empty, z.string().optional()),
  DATA_DIR: z.preprocess(empty, z.string().default(".data")),
  DATABASE_URL: z.preprocess(empty, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  REFERRALS_DATABASE_URL: z.preprocess(empty, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  REFERRALS_KEYS: z.preprocess(empty, z.string().optional()),
  REFERRALS_SECRET: z.preprocess(empty, z.string().optional()),
  PUBLIC_URL: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  OIDC_ISSUER: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  OIDC_CLIENT_ID: z.preprocess(empty, z.string().optional()),
  OIDC_CLIENT_SECRET: z.preprocess(empty, z.string().optional()),
  OIDC_NAME: z.preprocess(empty, z.string().max(60).default("your organisation’s account")),
  EMBED_ORIGINS: z.preprocess(empty, z.string().transform((text) => text.trim().split(/\s+/)).pipe(z.array(Origin)).default([])),
  PROXY_HOPS: z.preprocess(empty, z.coerce.number().int().min(0).max(10).default(0)),
  SMTP_URL: z.preprocess(empty, z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: z.preprocess(empty, z.email().optional()),
});

const ADVICE: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: "a whole number from 0 to 65535, such as 8787",
  DEMO_PORT: "a whole number from 0 to 65535, such as 8788",
  DEMO: "on or off",
  BUILD: "on, or off when the finder and the styles are built already",
  HOST: "an address to listen on, such as 127.0.0.1",
  DATA_DIR: "a folder, such as .data",
  DATABASE_URL: "an address such as postgres://user:password@host:5432/database, or leave it out to use the embedded PostgreSQL",
  REFERRALS_DATABASE_URL: "the address of the same database for a user that is a member of hwbe_referrals and owns no table, or leave it out to take no referrals",
  REFERRALS_KEYS: "id:key pairs as base64, the current one first, such as 2026:BASE64",
  REFERRALS_SECRET: "32 random bytes as base64",
  OIDC_ISSUER: "the issuer of your sign-in service, such as https://login.microsoftonline.com/TENANT/v2.0",
  OIDC_CLIENT_ID: "the id that your sign-in service gave to this service",
  OIDC_CLIENT_SECRET: "the secret that your sign-in service gave to this service",
  OIDC_NAME: "what people know your sign-in service by, such as NHSmail",
  EMBED_ORIGINS: "origins with a space between them, such as https://www.example.nhs.uk https://intranet.example.nhs.uk",
  PROXY_HOPS: "how many proxies of yours stand before the service, from 0 to 10",
  SMTP_URL: "an address such as smtps://user:password@mail.example.nhs.uk",
  MAIL_FROM: "the address from which e-mails are sent, such as events@example.nhs.uk",
  PUBLIC_URL: "the address at which people reach this service, such as https://events.example.nhs.uk",
};

export interface Config {
  port: number;
  demo: { port: number } | undefined;
  /** The address to listen on; every address of this machine when undefined. */
  host: string | undefined;
  /** Whether to build the finder and the styles when their sources are newer. */
  build: boolean;
  dataDir: string;
  databaseUrl: string | undefined;
  /** The same database as a user that takes referrals and is not its owner. */
  referralsDatabaseUrl: string | undefined;
  /** The keys that seal details; undefined: those of the data folder, if the database is there too. */
  keys: { keys: string; secret: string } | undefined;
  /** The service's own public address, without a slash at its end; undefined: localhost at the port. */
  publicUrl: string | undefined;
  /** Where staff may sign in with an account that they have already; undefined: by links in e-mails alone. */
  provider: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** The websites that may show the finder in a frame. */
  embedOrigins: readonly string[];
  /** How many proxies stand before the service, which say in X-Forwarded-For who is asking. */
  proxyHops: number;
  /** Where e-mails go; undefined: into an outbox that can be looked at. */
  mail: { smtpUrl: string; from: string } | undefined;
}

/** Reads the settings. Throws `ConfigError` with a line for the first that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(env);
  if (!read.success) {
    const name = read.error.issues[0]?.path[0] as keyof typeof ADVICE;
    throw new ConfigError(`The setting ${name} is not right: use ${ADVICE[name]}.`);
  }
  const { PORT, DEMO_PORT, DEMO, BUILD, HOST, DATA_DIR, DATABASE_URL, REFERRALS_DATABASE_URL, REFERRALS_KEYS, REFERRALS_SECRET, PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, EMBED_ORIGINS, PROXY_HOPS, SMTP_URL, MAIL_FROM } = read.data;
  if (DEMO === "on" && PORT === DEMO_PORT && PORT !== 0) {
    throw new ConfigError(`The settings PORT and DEMO_PORT are both ${PORT}: choose another for one of them.`);
  }
  if (Boolean(REFERRALS_KEYS) !== Boolean(REFERRALS_SECRET)) throw new ConfigError("The settings REFERRALS_KEYS and REFERRALS_SECRET belong together: set both, or none.");
  if (Boolean(SMTP_URL) !== Boolean(MAIL_FROM)) throw new ConfigError("The settings SMTP_URL and MAIL_FROM belong together: set both, or none.");
  const oidc = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (oidc !== 0 && oidc !== 3) throw new ConfigError("The settings OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all, or none.");
  return {
    port: PORT,
    demo: DEMO === "on" ? { port: DEMO_PORT } : undefined,
    host: HOST,
    build: BUILD === "on",
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    referralsDatabaseUrl: REFERRALS_DATABASE_URL,
    keys: REFERRALS_KEYS && REFERRALS_SECRET ? { keys: REFERRALS_KEYS, secret: REFERRALS_SECRET } : undefined,
    provider: OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? { issuer: OIDC_ISSUER.replace(/\/+$/, ""), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME } : undefined,
    embedOrigins: EMBED_ORIGINS,
    proxyHops: PROXY_HOPS,
    mail: SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM } : undefined,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ""),
  };
}
