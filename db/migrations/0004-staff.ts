import { sql, type Kysely } from "kysely";

/** What better-auth keeps: who there is, their sessions, who they are at a provider, and codes that were sent. */
const signIn = `
create table staff (
  id text primary key,
  name text not null check (length(name) <= 100),
  email text not null unique check (length(email) <= 254),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table staff_session (
  id text primary key,
  staff text not null references staff on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  second_factor_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_session_staff on staff_session (staff);

create table staff_identity (
  id text primary key,
  staff text not null references staff on delete cascade,
  provider text not null,
  subject text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, subject)
);

create table sign_in_code (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_code_identifier on sign_in_code (identifier);
`;

const ROLE_CHECK = `
  check (role in ('organiser', 'lead', 'coordinator', 'administrator')),
  check ((organisation is not null) = (role in ('organiser', 'lead'))),
  check ((alliance is not null) = (role = 'coordinator'))`;

const roles = `
create table staff_role (
  id uuid primary key default gen_random_uuid(),
  staff text not null references staff on delete cascade,
  role text not null,
  organisation text references organisation,
  alliance text references alliance,
  created_at timestamptz not null default now(),
  unique nulls not distinct (staff, role, organisation, alliance),
  ${ROLE_CHECK}
);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) <= 254),
  role text not null,
  organisation text references organisation,
  alliance text references alliance,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  ${ROLE_CHECK}
);

create table staff_second_factor (
  staff text primary key references staff on delete cascade,
  secret bytea not null,
  last_step bigint not null default 0,
  backup_codes bytea[] not null default '{}',
  confirmed_at timestamptz
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [signIn, roles]) await sql.raw(script).execute(db);
}
