-- Who waits for what, and the places that are kept for one person after another.

alter table coach
  -- How long somebody has to take up an offer; near the session it is less.
  add column waitlist_offer_minutes integer not null default 30 check (waitlist_offer_minutes between 5 and 1440),
  -- When time alone may next change something for those who wait; null where nobody does. Whoever takes the coach's
  -- lock reads it in the same statement, so that a calendar without a waitlist costs nothing more.
  add column waitlist_due_at timestamptz;
create index coach_waitlist_due on coach (waitlist_due_at) where waitlist_due_at is not null;

create table waitlist_entry (
  id uuid primary key,
  -- The order of joining: given under the coach's lock, where two instants might be one.
  number integer generated always as identity unique,
  coach_id uuid not null references coach,
  session_type_id uuid not null references session_type,
  link_id uuid references booking_link on delete set null,
  kind text not null check (kind in ('session', 'slot', 'day', 'wish')),
  status text not null check (status in ('waiting', 'booked', 'left', 'lapsed', 'removed')),
  minutes integer not null check (minutes > 0),
  -- The full group session that a seat is wanted in: the entry follows it when it moves.
  booking_id uuid references booking on delete set null,
  start_at timestamptz,
  -- Dates and times of day in the client's zone; a day has two equal dates.
  from_date date,
  to_date date,
  weekdays smallint[] not null default '{0,1,2,3,4,5,6}',
  from_time text not null default '00:00' check (from_time ~ '^\d\d:\d\d$'),
  to_time text not null default '24:00' check (to_time ~ '^\d\d:\d\d$'),
  time_zone text not null,
  name text not null,
  email text not null,
  phone text,
  note text,
  locale text check (char_length(locale) between 2 and 35),
  hour_cycle text check (hour_cycle in ('h12', 'h24')),
  first_weekday smallint check (first_weekday between 0 and 6),
  -- To the questions of the session type: accepting an offer asks for nothing more.
  answers jsonb not null default '[]',
  -- Hash of where the request came from: nobody may fill a whole list.
  owner text,
  favoured boolean not null default false,
  -- Starts that the client has let pass, each with why; forgotten as soon as somebody else has taken them.
  skips jsonb not null default '[]',
  lapses_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((status = 'waiting') = (ended_at is null)),
  check ((kind in ('session', 'slot')) = (start_at is not null)),
  check ((kind in ('day', 'wish')) = (from_date is not null and to_date is not null)),
  check (from_date <= to_date)
);
-- The order of the list.
create index waitlist_entry_waiting on waitlist_entry (coach_id, favoured desc, number) where status = 'waiting';
create index waitlist_entry_ended on waitlist_entry (coach_id, ended_at desc, number desc) where status <> 'waiting';

-- A place kept for one person for a limited time: a seat that is held, in a booking of its own or in a group.
create table offer (
  id uuid primary key,
  coach_id uuid not null references coach,
  entry_id uuid not null references waitlist_entry on delete cascade,
  booking_id uuid references booking on delete set null,
  attendee_id uuid unique references attendee on delete set null,
  status text not null check (status in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- By the coach, for whom neither hours nor the order count.
  by_hand boolean not null default false,
  -- The client is told then: at once, or when her night is over.
  tell_at timestamptz not null,
  told_at timestamptz,
  -- Somebody is telling her; after a while without told_at, somebody else tries again.
  telling_at timestamptz,
  expires_at timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  check (start_at < end_at),
  check (tell_at <= expires_at),
  check ((status = 'open') = (closed_at is null))
);
create unique index offer_one_open on offer (entry_id) where status = 'open';
create index offer_open on offer (coach_id) where status = 'open';
create index offer_entry on offer (entry_id, created_at);
create index offer_booking on offer (booking_id) where status = 'open';
create index offer_to_tell on offer (tell_at) where status = 'open' and told_at is null;

-- Why somebody ahead in the list was not offered a time that was free.
create table waitlist_pass (
  id bigint generated always as identity primary key,
  entry_id uuid not null references waitlist_entry on delete cascade,
  -- The offer that went to somebody else; null where nobody got one.
  offer_id uuid references offer on delete cascade,
  start_at timestamptz not null,
  end_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null
);
create unique index waitlist_pass_once on waitlist_pass (entry_id, start_at, reason, offer_id) nulls not distinct;
create index waitlist_pass_offer on waitlist_pass (offer_id);
