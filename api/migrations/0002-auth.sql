-- Who may sign in, and with what: the tables of better-auth under names of ours (api/src/platform/auth/options.ts).

create table auth_user (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index auth_session_user on auth_session (user_id);

-- One row for each way a user has to sign in: a password, later Google or Microsoft.
create table auth_account (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index auth_account_user on auth_account (user_id);

-- Sign-in links that were sent; the token itself is kept as a hash.
create table auth_verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

create table auth_rate_limit (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- The built-in mailbox: what would have been sent, where there is no mail provider.
create table mailbox_message (
  id uuid primary key default gen_random_uuid(),
  -- The sender's own id of the message: the same one is kept once.
  message_id text not null unique,
  to_name text,
  to_address text not null,
  subject text not null,
  text text not null,
  sent_at timestamptz not null default now(),
  number bigint generated always as identity unique
);
