-- Recurring sessions: one rule for life, with its exceptions. Wall times are text with their zone; nothing is converted here.

alter table session_type
  -- How many sessions a client may book at once through a link; 0: one by one only.
  add column max_series_sessions integer not null default 0 check (max_series_sessions between 0 and 52);

create table series (
  -- Its UID for life, whatever is moved, split or ended.
  id uuid primary key,
  coach_id uuid not null references coach,
  -- Of the sessions to come.
  session_type_id uuid not null references session_type,
  link_id uuid references booking_link,
  -- Start, zone and rule; terms from an id on; pauses: as core reads it.
  plan jsonb not null,
  -- What becomes of sessions that clash when a series without an end is filled.
  policy text not null check (policy in ('refuse', 'skip', 'nearestOfDay', 'nearestOfWeek', 'append', 'stay')),
  -- Seats of the whole course.
  capacity integer not null check (capacity between 1 and 500),
  -- One meeting for all sessions, where the type wants one for every booking.
  room text,
  -- A series without an end has sessions that begin before it; null for one that ends.
  filled_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default date_trunc('milliseconds', now())
);
create index series_coach on series (coach_id, created_at desc, id desc);
create index series_filled on series (filled_until) where filled_until is not null;

-- Who takes part in all sessions to come, with what was typed for it: new sessions get the same seats.
create table series_member (
  id uuid primary key,
  series_id uuid not null references series on delete cascade,
  client_id uuid not null references client,
  name text not null,
  email text not null,
  phone text,
  time_zone text not null,
  note text,
  locale text,
  hour_cycle text,
  first_weekday smallint,
  answers jsonb not null default '[]',
  joined_at timestamptz not null default date_trunc('milliseconds', now()),
  unique (series_id, client_id)
);
create index series_member_client on series_member (client_id);

-- Why there is no session for a recurrence id.
create table series_gap (
  series_id uuid not null references series on delete cascade,
  recurrence_id text not null check (recurrence_id ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  kind text not null check (kind in ('paused', 'skipped', 'cancelled')),
  reason text not null,
  primary key (series_id, recurrence_id)
);

alter table booking
  add column series_id uuid references series,
  -- The wall time that the rule names, in the series' zone: it never changes (RFC 5545 3.8.4.4).
  add column recurrence_id text check (recurrence_id ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  add check ((series_id is null) = (recurrence_id is null));
create unique index booking_series on booking (series_id, recurrence_id) where series_id is not null;

-- Many rows as they were before one change of the coach.
create table change_undo (
  id uuid primary key,
  coach_id uuid not null references coach,
  -- Bookings, seats, series, members and gaps; what is not among them was not there.
  before jsonb not null,
  -- Versions by id after the change: whatever happens to one of them later ends the way back.
  after jsonb not null,
  expires_at timestamptz not null
);
create index change_undo_age on change_undo (expires_at);
