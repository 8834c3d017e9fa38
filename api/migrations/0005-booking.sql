-- Links of several kinds, questions, approval, guests, proof of an address, undo, limits for visitors.

alter table coach
  -- Where visitors may be sent after booking: names of hosts, each reached over https alone.
  add column redirect_hosts text[] not null default '{}';

alter table session_type
  add column questions jsonb not null default '[]',
  add column requires_approval boolean not null default false,
  add column approval_hours integer not null default 24 check (approval_hours between 1 and 336),
  add column requires_email_proof boolean not null default false,
  add column max_guests integer not null default 10 check (max_guests between 0 and 10),
  -- A meeting of its own for every booking; place_detail is then empty.
  add column place_per_booking boolean not null default false,
  add check (not place_per_booking or place_kind = 'video');

alter table booking_link
  add column kind text not null default 'public' check (kind in ('public', 'secret', 'singleUse')),
  -- For the coach's own eyes.
  add column name text,
  add column client_id uuid references client,
  add column minutes integer[] check (cardinality(minutes) between 1 and 12),
  -- First and last date that can be booked through it, on the coach's calendar.
  add column from_date date,
  add column to_date date,
  add column redirect_url text,
  add column deleted_at timestamptz,
  add check (from_date <= to_date),
  -- Whoever finds a public address must not learn who a client is.
  add check (client_id is null or kind <> 'public'),
  add check (kind <> 'singleUse' or max_uses = 1),
  -- 26 signs of 32 are 130 random bits.
  add check (kind = 'public' or slug ~ '^[a-z2-7]{26,}$');
-- The address of a deleted link is free again.
alter table booking_link drop constraint booking_link_coach_id_slug_key;
create unique index booking_link_address on booking_link (coach_id, slug) where deleted_at is null;

alter table booking
  -- Until when a pending session waits for the coach; after it, its time is free again.
  add column approve_by timestamptz,
  add column cancel_cause text check (cancel_cause in ('client', 'coach', 'declined', 'lapsed')),
  -- What the coach last said to the clients about this session.
  add column coach_message text,
  add check (approve_by is null or status = 'pending'),
  add check (cancel_cause is null or status = 'cancelled');
create index booking_pending on booking (approve_by) where status = 'pending';

alter table attendee
  -- The link of this seat: in a group everyone may come by another one.
  add column link_id uuid references booking_link,
  add column answers jsonb not null default '[]',
  add column guests jsonb not null default '[]',
  add column approve_by timestamptz,
  add column cancel_cause text check (cancel_cause in ('client', 'coach', 'declined', 'lapsed')),
  add column cancel_reason text,
  add column no_show boolean not null default false,
  add check (cancel_cause is null or cancelled_at is not null),
  add check (approve_by is null or client_id is not null);
-- Lists are paged by it, and the API knows milliseconds.
alter table attendee alter column created_at set default date_trunc('milliseconds', now());
update attendee set created_at = date_trunc('milliseconds', created_at);
update attendee set link_id = booking.link_id from booking where booking.id = attendee.booking_id;
create index attendee_link on attendee (link_id, created_at, id) where link_id is not null;
create index attendee_approval on attendee (approve_by) where approve_by is not null;

-- Uses are the seats that were taken through a link; a number beside them could only be wrong.
alter table booking_link drop column uses;

-- What was typed for a held seat whose address is still to be proven. It goes with the seat.
create table email_proof (
  attendee_id uuid primary key references attendee on delete cascade,
  coach_id uuid not null references coach,
  email text not null,
  -- HMAC of the code under a key that the database does not know.
  code_hash bytea not null,
  wrong_tries integer not null default 0,
  codes_sent integer not null default 1,
  sent_at timestamptz not null,
  request jsonb not null
);
create index email_proof_email on email_proof (coach_id, lower(email));

-- A session and its seats as they were before the coach changed them.
create table booking_undo (
  id uuid primary key,
  coach_id uuid not null references coach,
  booking_id uuid not null references booking on delete cascade,
  -- Of the booking after the change: whatever happens to it later ends the way back.
  version integer not null,
  before jsonb not null,
  expires_at timestamptz not null
);
create index booking_undo_age on booking_undo (expires_at);

-- What visitors asked for lately, one row for each address, mail address and coach.
create table visitor_attempts (
  key text primary key,
  -- Those that were let through within the window, oldest first.
  times timestamptz[] not null,
  refused boolean not null,
  most integer not null,
  window_seconds integer not null,
  expires_at timestamptz not null
);
create index visitor_attempts_age on visitor_attempts (expires_at);
