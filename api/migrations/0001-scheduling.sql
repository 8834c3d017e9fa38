-- The calendar of a practice. The database stores instants and never converts between zones:
-- what was agreed in wall time is kept beside them as text with its zone.

create extension if not exists btree_gist;

create table coach (
  id uuid primary key,
  user_id uuid unique,
  name text not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  email text not null,
  headline text,
  time_zone text not null,
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  -- Raised by every write to the coach's calendar: the lock and the version in one statement.
  revision integer not null default 0,
  created_at timestamptz not null default now()
);

create table client (
  id uuid primary key,
  coach_id uuid not null references coach,
  name text not null,
  email text not null,
  phone text,
  time_zone text not null,
  created_at timestamptz not null default now()
);
create unique index client_email on client (coach_id, lower(email));
create index client_name on client (coach_id, lower(name), id);

create table session_type (
  id uuid primary key,
  coach_id uuid not null references coach,
  name text not null,
  description text,
  minutes integer[] not null check (cardinality(minutes) between 1 and 12),
  step_minutes integer not null check (step_minutes between 5 and 1440),
  buffer_before_minutes integer not null check (buffer_before_minutes between 0 and 1440),
  buffer_after_minutes integer not null check (buffer_after_minutes between 0 and 1440),
  notice_minutes integer not null check (notice_minutes >= 0),
  horizon_days integer not null check (horizon_days between 1 and 730),
  cancel_notice_minutes integer not null check (cancel_notice_minutes >= 0),
  capacity integer not null check (capacity between 1 and 500),
  max_per_day integer check (max_per_day > 0),
  max_per_week integer check (max_per_week > 0),
  grid text not null check (grid in ('window', 'restart')),
  place_kind text not null check (place_kind in ('video', 'phone', 'address')),
  place_detail text not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create index session_type_coach on session_type (coach_id, created_at, id);

create table availability_template (
  id uuid primary key,
  coach_id uuid not null references coach,
  name text not null,
  time_zone text not null,
  is_default boolean not null default false,
  windows jsonb not null,
  created_at timestamptz not null default now()
);
create index availability_template_coach on availability_template (coach_id);
create unique index availability_template_default on availability_template (coach_id) where is_default;

create table time_off (
  id uuid primary key,
  coach_id uuid not null references coach,
  from_date date not null,
  to_date date not null,
  reason text,
  created_at timestamptz not null default now(),
  check (from_date <= to_date)
);
create index time_off_coach on time_off (coach_id, to_date);

create table booking_link (
  id uuid primary key,
  coach_id uuid not null references coach,
  session_type_id uuid not null references session_type,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  active boolean not null default true,
  max_uses integer check (max_uses > 0),
  uses integer not null default 0,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  unique (coach_id, slug),
  check (max_uses is null or uses <= max_uses)
);

create table booking (
  id uuid primary key,
  coach_id uuid not null references coach,
  session_type_id uuid not null references session_type,
  link_id uuid references booking_link,
  status text not null check (status in ('held', 'pending', 'confirmed', 'cancelled', 'completed', 'noShow')),
  start_at timestamptz not null,
  end_at timestamptz not null,
  buffer_before_minutes integer not null check (buffer_before_minutes >= 0),
  buffer_after_minutes integer not null check (buffer_after_minutes >= 0),
  -- start and end with the buffers around them: what nobody else of this coach may touch.
  blocked_from_at timestamptz not null,
  blocked_until_at timestamptz not null,
  -- The agreed wall time, from which the instant is found again when the rules of the zone change.
  time_zone text not null,
  local_start text not null check (local_start ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  capacity integer not null check (capacity > 0),
  place_kind text not null check (place_kind in ('video', 'phone', 'address')),
  place_detail text not null,
  hold_expires_at timestamptz,
  version integer not null default 1,
  cancelled_at timestamptz,
  cancel_reason text,
  created_at timestamptz not null default now(),
  check (start_at < end_at),
  check (blocked_from_at <= start_at and end_at <= blocked_until_at),
  check ((status = 'held') = (hold_expires_at is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  constraint booking_no_overlap exclude using gist
    (coach_id with =, tstzrange(blocked_from_at, blocked_until_at) with &&)
    where (status in ('held', 'pending', 'confirmed'))
);
create index booking_agenda on booking (coach_id, start_at, id);
create index booking_hold on booking (hold_expires_at) where status = 'held';

-- A seat: held for a visitor, or taken by a client with what was typed for this session. A stranger who knows an
-- address neither reads nor changes the client's record.
create table attendee (
  id uuid primary key,
  booking_id uuid not null references booking on delete cascade,
  hold_expires_at timestamptz,
  -- Hash of where the hold came from: nobody may hold a whole calendar.
  hold_owner text,
  client_id uuid references client,
  name text,
  email text,
  phone text,
  time_zone text,
  note text,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  check ((hold_expires_at is null) = (client_id is not null)),
  check (hold_expires_at is not null or (name is not null and email is not null and time_zone is not null))
);
create unique index attendee_seat on attendee (booking_id, client_id) where cancelled_at is null;
create index attendee_booking on attendee (booking_id);
create index attendee_client on attendee (client_id, created_at);

-- The first answer to a write, for everyone who asks again with the same key.
create table idempotency_key (
  scope text not null,
  key text not null,
  input_hash bytea not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table outbox (
  id bigint generated always as identity primary key,
  -- Readers re-read from the oldest transaction that was still running at their last look, so late commits are seen.
  transaction_id xid8 not null default pg_current_xact_id(),
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create index outbox_transaction on outbox (transaction_id);
create index outbox_age on outbox (created_at);
