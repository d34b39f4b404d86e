-- Rooms and their bookings. A booking holds its room from starts_at, included, to ends_at, excluded; a cancelled one holds nothing.
-- In Postgres the rule is: exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled').
-- SQLite has one writer at a time, so triggers can keep it here; with several writers they could not.
create table rooms (
  id integer primary key,
  name text not null unique
) strict;

create table bands (
  id integer primary key,
  name text not null
) strict;

create table bookings (
  id integer primary key,
  room_id integer not null references rooms (id),
  band_id integer not null references bands (id),
  starts_at text not null,
  ends_at text not null,
  status text not null check (status in ('held', 'confirmed', 'cancelled')),
  hold_expires_at text,
  check (ends_at > starts_at),
  check ((status = 'held') = (hold_expires_at is not null))
) strict;
create index bookings_of_room on bookings (room_id, starts_at) where status <> 'cancelled';

create trigger no_room_twice before insert on bookings
when new.status <> 'cancelled' and exists (
  select 1 from bookings b
  where b.room_id = new.room_id and b.status <> 'cancelled'
    and b.starts_at < new.ends_at and b.ends_at > new.starts_at
)
begin
  select raise(abort, 'the room is taken in that time');
end;

create trigger no_room_twice_by_change before update on bookings
when new.status <> 'cancelled' and exists (
  select 1 from bookings b
  where b.id <> new.id and b.room_id = new.room_id and b.status <> 'cancelled'
    and b.starts_at < new.ends_at and b.ends_at > new.starts_at
)
begin
  select raise(abort, 'the room is taken in that time');
end;

insert into rooms values (1, 'Cellar'), (2, 'Attic'), (3, 'Garage'), (4, 'Chapel');
insert into bands values (1, 'The Indexes'), (2, 'Null and Void'), (3, 'Cold Start');
insert into bookings values
  (1, 1, 1, '2026-05-04T18:00:00Z', '2026-05-04T20:00:00Z', 'confirmed', null),
  (2, 1, 2, '2026-05-04T20:00:00Z', '2026-05-04T22:00:00Z', 'confirmed', null),
  (3, 2, 1, '2026-05-04T09:00:00Z', '2026-05-04T23:00:00Z', 'confirmed', null),
  (4, 3, 3, '2026-05-04T19:00:00Z', '2026-05-04T21:00:00Z', 'cancelled', null),
  (5, 3, 2, '2026-05-04T21:00:00Z', '2026-05-04T22:30:00Z', 'held', '2026-05-04T12:10:00Z');
