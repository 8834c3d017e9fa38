-- The link to a wait, or to the session that its address has already, on its way to that address.
create table waiting_mail (
  id uuid primary key,
  -- What the link opens: one of the two.
  entry_id uuid references waitlist_entry on delete cascade,
  attendee_id uuid references attendee on delete cascade,
  -- Asked for by somebody who had it already.
  again boolean not null,
  created_at timestamptz not null,
  told_at timestamptz,
  -- Somebody is sending it; after a while without told_at, somebody else tries again.
  telling_at timestamptz,
  check ((entry_id is null) <> (attendee_id is null))
);
create index waiting_mail_to_send on waiting_mail (created_at) where told_at is null;
create index waiting_mail_entry on waiting_mail (entry_id, created_at);
create index waiting_mail_attendee on waiting_mail (attendee_id, created_at);
