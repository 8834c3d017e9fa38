-- Programs: plans of several sessions, what was booked from them, and runs that book for many clients.

create table program (
  id uuid primary key,
  coach_id uuid not null references coach,
  name text not null,
  description text,
  -- In order: what, how long, how often, how long after the one before, on which weekdays and at what times.
  steps jsonb not null,
  -- How much later than wished the last session may be.
  spare_weeks integer not null check (spare_weeks between 0 and 26),
  version integer not null default 1,
  created_at timestamptz not null default date_trunc('milliseconds', now())
);
create index program_coach on program (coach_id, lower(name), id);

-- A program as it was booked for a client; it stays what it was, whatever becomes of the program.
create table program_booking (
  id uuid primary key,
  coach_id uuid not null references coach,
  program_id uuid references program on delete set null,
  client_id uuid not null references client,
  name text not null,
  steps jsonb not null,
  start_date date not null,
  -- Of its dates and times of day.
  time_zone text not null,
  version integer not null default 1,
  created_at timestamptz not null default date_trunc('milliseconds', now())
);
create index program_booking_coach on program_booking (coach_id, created_at desc, id desc);
create index program_booking_client on program_booking (client_id);
create index program_booking_program on program_booking (program_id);

alter table booking
  add column program_booking_id uuid references program_booking,
  -- Which session of the program, from 0.
  add column program_session integer check (program_session >= 0),
  add check ((program_booking_id is null) = (program_session is null));
create unique index booking_program on booking (program_booking_id, program_session) where program_booking_id is not null;

-- Many clients at once. The rows are the memory of a run: whatever happens to the process that works on it, an item is
-- booked once, in the transaction that says so.
create table bulk_run (
  id uuid primary key,
  coach_id uuid not null references coach,
  status text not null check (status in ('draft', 'running', 'done', 'failed', 'undone')),
  program_id uuid references program on delete set null,
  name text not null,
  -- What everybody gets: a program or a series as it was when the run was drafted.
  plan jsonb not null,
  all_or_nothing boolean not null default false,
  -- Columns of the file that are of no use here.
  ignored_columns text[] not null default '{}',
  -- Why nothing was booked.
  problem text,
  -- The way back, as long as it is open.
  undo_id uuid,
  undo_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  started_at timestamptz,
  finished_at timestamptz,
  check ((status = 'draft') = (started_at is null)),
  check ((status in ('done', 'failed', 'undone')) = (finished_at is not null))
);
create index bulk_run_coach on bulk_run (coach_id, created_at desc, id desc);
create index bulk_run_running on bulk_run (started_at) where status = 'running';
create index bulk_run_draft on bulk_run (created_at) where status = 'draft';

create table bulk_item (
  id uuid primary key,
  run_id uuid not null references bulk_run on delete cascade,
  -- The order of the list.
  number integer not null,
  -- The line of the file, and what stands there.
  line integer,
  raw text,
  client_id uuid references client,
  name text not null,
  email text not null,
  phone text,
  time_zone text not null,
  note text,
  -- Where this client begins, if elsewhere than the others: a local date, or a date and a time.
  start text,
  status text not null check (status in ('invalid', 'unplaced', 'ready', 'left', 'booked', 'failed', 'undone')),
  field text,
  problem text,
  -- What is planned, or booked: instants, lengths, session types.
  sessions jsonb not null default '[]',
  -- Booked otherwise than it was planned, because a time was taken meanwhile.
  replanned boolean not null default false,
  program_booking_id uuid unique references program_booking on delete set null,
  series_id uuid unique references series on delete set null,
  -- The client's record was made for it, and goes with it.
  made_client boolean not null default false,
  unique (run_id, number)
);
create index bulk_item_ready on bulk_item (run_id, number) where status = 'ready';
