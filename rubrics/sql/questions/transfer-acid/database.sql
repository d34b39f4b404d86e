-- A savings club: accounts, and what was sent between them. Amounts are pence. Each transfer has two entries that add up to nought.
create table members (
  id integer primary key,
  name text not null
) strict;

create table accounts (
  id integer primary key,
  member_id integer not null unique references members (id),
  balance integer not null default 0 check (balance >= 0)
) strict;

create table transfers (
  id integer primary key,
  request_id text not null unique,
  from_account_id integer not null references accounts (id),
  to_account_id integer not null references accounts (id),
  amount integer not null check (amount > 0),
  created_at text not null,
  check (from_account_id <> to_account_id)
) strict;

create table entries (
  transfer_id integer not null references transfers (id),
  account_id integer not null references accounts (id),
  amount integer not null check (amount <> 0),
  primary key (transfer_id, account_id)
) strict;
create index entries_of_account on entries (account_id, transfer_id desc);

insert into members values (0, 'The club'), (1, 'Ada'), (2, 'Ben'), (3, 'Cem');
insert into accounts values (10, 0, 95000), (11, 1, 4000), (12, 2, 1000), (13, 3, 0);
-- What came from outside was paid in to the club first, and is not shown here.
insert into transfers values
  (1, 'r-1', 10, 11, 5000, '2026-05-01T09:00:00Z'),
  (2, 'r-2', 11, 12, 2000, '2026-05-02T12:00:00Z'),
  (3, 'r-3', 12, 11, 1000, '2026-05-02T12:00:00Z');
insert into entries values (1, 10, -5000), (1, 11, 5000), (2, 11, -2000), (2, 12, 2000), (3, 12, -1000), (3, 11, 1000);
