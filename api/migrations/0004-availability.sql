-- A coach's whole availability: hours in cycles and seasons, single dates, time off, public holidays, travel, limits.
-- Dates are local dates; wall times stand beside the zone they were meant in.

alter table coach
  add column locale text check (char_length(locale) between 2 and 35),
  add column hour_cycle text check (hour_cycle in ('h12', 'h24')),
  add column first_weekday smallint check (first_weekday between 0 and 6),
  -- Limits over sessions of all types.
  add column max_per_day integer check (max_per_day > 0),
  add column max_per_week integer check (max_per_week > 0),
  add column max_per_month integer check (max_per_month > 0),
  add column max_minutes_per_day integer check (max_minutes_per_day > 0),
  add column max_minutes_per_week integer check (max_minutes_per_week > 0),
  add column max_minutes_per_month integer check (max_minutes_per_month > 0),
  -- What a new session type begins with, by the names of its fields.
  add column session_defaults jsonb not null default '{}',
  add column holiday_country text,
  add column holiday_state text,
  add column holiday_region text,
  add check (holiday_state is null or holiday_country is not null),
  add check (holiday_region is null or holiday_state is not null);

alter table client
  add column locale text check (char_length(locale) between 2 and 35),
  add column hour_cycle text check (hour_cycle in ('h12', 'h24')),
  add column first_weekday smallint check (first_weekday between 0 and 6);

-- As chosen for this seat: a stranger who knows an address changes no client's record.
alter table attendee
  add column locale text check (char_length(locale) between 2 and 35),
  add column hour_cycle text check (hour_cycle in ('h12', 'h24')),
  add column first_weekday smallint check (first_weekday between 0 and 6);

alter table session_type
  add column max_per_month integer check (max_per_month > 0),
  add column max_minutes_per_day integer check (max_minutes_per_day > 0),
  add column max_minutes_per_week integer check (max_minutes_per_week > 0),
  add column max_minutes_per_month integer check (max_minutes_per_month > 0),
  -- Fixed dates, both included, that hold in place of horizon_days.
  add column bookable_from date,
  add column bookable_until date,
  add check (bookable_from <= bookable_until),
  add check (bookable_from is null or bookable_until is not null);

alter table availability_template
  add column cycle_weeks integer not null default 1 check (cycle_weeks between 1 and 4),
  add column anchor_date date,
  add column effective_from date,
  add column effective_until date,
  add column session_type_id uuid references session_type,
  add check (effective_from <= effective_until),
  add check (cycle_weeks = 1 or anchor_date is not null),
  add check (not is_default or session_type_id is null),
  -- Of the seasons in force for one session type, or for all others, no two claim the same day.
  add constraint availability_template_season exclude using gist (
    coach_id with =,
    coalesce(session_type_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(effective_from, effective_until, '[]') with &&
  ) where ((is_default or session_type_id is not null) and (effective_from is not null or effective_until is not null));

-- Hours without a period fill the days that no season claims: one template for each session type, one for all others.
drop index availability_template_default;
create unique index availability_template_default on availability_template (coach_id)
  where is_default and effective_from is null and effective_until is null;
create unique index availability_template_session_type on availability_template (session_type_id)
  where effective_from is null and effective_until is null;

create table date_override (
  id uuid primary key,
  coach_id uuid not null references coach,
  date date not null,
  time_zone text not null,
  windows jsonb not null,
  created_at timestamptz not null default now(),
  unique (coach_id, date)
);

alter table time_off
  -- An exact period; from_date and to_date are then the local dates that it touches.
  add column start_at timestamptz,
  add column end_at timestamptz,
  add column time_zone text,
  add column local_start text check (local_start ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  add column local_end text check (local_end ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  add column yearly boolean not null default false,
  add check (start_at < end_at),
  add check (num_nulls(start_at, end_at, time_zone, local_start, local_end) in (0, 5));

create table holiday (
  id uuid primary key,
  coach_id uuid not null references coach,
  from_date date not null,
  to_date date not null,
  name text not null,
  -- What makes it return: a holiday of another year with the same rule is the same holiday.
  rule text not null,
  -- False: the coach works on this day.
  observed boolean not null default true,
  unique (coach_id, from_date, rule),
  check (from_date <= to_date)
);

create table travel (
  id uuid primary key,
  coach_id uuid not null references coach,
  place text not null,
  from_date date not null,
  to_date date not null,
  time_zone text not null,
  -- True: hours stay at home time; false: they are read in the zone of the place.
  keep_home_hours boolean not null default false,
  created_at timestamptz not null default now(),
  check (from_date <= to_date),
  constraint travel_one_place_at_a_time exclude using gist (coach_id with =, daterange(from_date, to_date, '[]') with &&)
);

alter table booking
  -- The coach asks the client to choose another time; the session stands until she does.
  add column move_requested_at timestamptz,
  add column move_message text,
  add check (move_message is null or move_requested_at is not null);

-- Under which release of the time zone rules the bookings were last found true.
create table zone_check (
  id bigint generated always as identity primary key,
  release text not null,
  moved integer not null,
  collisions integer not null,
  checked_at timestamptz not null default now()
);

-- Everything that makes a coach's hours, in one row: what slots, previews and explanations all read.
create view coach_hours as
select coach.id as coach_id, coach.time_zone,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', template.id, 'name', template.name,
      'sessionTypeId', template.session_type_id, 'timeZone', template.time_zone, 'windows', template.windows,
      'cycleWeeks', template.cycle_weeks, 'anchorDate', template.anchor_date,
      'effectiveFrom', template.effective_from, 'effectiveUntil', template.effective_until)) order by template.id), '[]')
    from availability_template template
    where template.coach_id = coach.id and (template.is_default or template.session_type_id is not null)) as templates,
  (select coalesce(jsonb_agg(jsonb_build_object('id', override.id, 'date', override.date, 'timeZone', override.time_zone,
      'windows', override.windows) order by override.date), '[]')
    from date_override override where override.coach_id = coach.id) as overrides,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', off.id, 'fromDate', off.from_date, 'toDate', off.to_date,
      'yearly', off.yearly, 'timeZone', off.time_zone, 'localStart', off.local_start, 'localEnd', off.local_end,
      'start', extract(epoch from off.start_at) * 1000, 'end', extract(epoch from off.end_at) * 1000)) order by off.id), '[]')
    from time_off off where off.coach_id = coach.id) as time_off,
  (select coalesce(jsonb_agg(jsonb_build_object('id', holiday.id, 'fromDate', holiday.from_date, 'toDate', holiday.to_date)
      order by holiday.from_date), '[]')
    from holiday where holiday.coach_id = coach.id and holiday.observed) as holidays,
  (select coalesce(jsonb_agg(jsonb_build_object('id', travel.id, 'fromDate', travel.from_date, 'toDate', travel.to_date,
      'timeZone', travel.time_zone, 'keepHomeHours', travel.keep_home_hours) order by travel.from_date), '[]')
    from travel where travel.coach_id = coach.id) as travel
from coach;
