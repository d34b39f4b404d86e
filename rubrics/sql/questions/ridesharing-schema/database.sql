-- Rides: who asked, who drives, where each driver is now, and what became of it. Amounts are cents, places are degrees.
create table riders (
  id integer primary key,
  name text not null
) strict;

create table drivers (
  id integer primary key,
  name text not null
) strict;

create table vehicles (
  id integer primary key,
  driver_id integer not null references drivers (id),
  plate text not null unique
) strict;

-- One row a driver, overwritten with each report. The cell is a square of a hundredth of a degree.
create table driver_places (
  driver_id integer primary key references drivers (id),
  lat real not null check (lat between -90 and 90),
  lng real not null check (lng between -180 and 180),
  cell text not null,
  status text not null check (status in ('free', 'busy', 'offline')),
  reported_at text not null
) strict;
create index free_drivers_of_cell on driver_places (cell) where status = 'free';

create table trips (
  id integer primary key,
  rider_id integer not null references riders (id),
  driver_id integer references drivers (id),
  vehicle_id integer references vehicles (id),
  status text not null check (status in ('requested', 'accepted', 'started', 'finished', 'cancelled')),
  quoted_fare integer not null check (quoted_fare >= 0),
  requested_at text not null,
  finished_at text,
  check (status in ('requested', 'cancelled') or (driver_id is not null and vehicle_id is not null)),
  check ((status = 'finished') = (finished_at is not null))
) strict;
create unique index one_active_trip_a_driver on trips (driver_id) where status in ('accepted', 'started');
create unique index one_open_trip_a_rider on trips (rider_id) where status in ('requested', 'accepted', 'started');
create index trips_of_rider on trips (rider_id, requested_at desc, id desc);

create table trip_events (
  trip_id integer not null references trips (id),
  at text not null,
  status text not null,
  primary key (trip_id, at, status)
) strict;

insert into riders values (1, 'Ada'), (2, 'Ben'), (3, 'Cem');
insert into drivers values (1, 'Dora'), (2, 'Emil'), (3, 'Fay'), (4, 'Gus');
insert into vehicles values (1, 1, 'B-DO 1'), (2, 2, 'B-EM 2'), (3, 3, 'B-FA 3'), (4, 1, 'B-DO 9');
insert into driver_places values
  (1, 52.521, 13.411, '5252:1341', 'free', '2026-03-02T09:00:00Z'),
  (2, 52.527, 13.418, '5252:1341', 'free', '2026-03-02T09:00:02Z'),
  (3, 52.522, 13.412, '5252:1341', 'free', '2026-03-02T08:41:00Z'),
  (4, 52.523, 13.413, '5252:1341', 'busy', '2026-03-02T09:00:01Z');
insert into trips values
  (10, 1, 1, 1, 'finished', 1850, '2026-02-24T07:55:00Z', '2026-02-24T08:20:00Z'),
  (11, 1, 1, 4, 'finished', 990, '2026-02-26T17:00:00Z', '2026-02-26T17:14:00Z'),
  (12, 2, 2, 2, 'cancelled', 2400, '2026-02-25T10:00:00Z', null),
  (13, 2, 3, 3, 'finished', 1200, '2026-03-01T22:50:00Z', '2026-03-02T00:05:00Z'),
  (14, 1, null, null, 'cancelled', 700, '2026-03-01T12:00:00Z', null);
insert into trip_events values
  (10, '2026-02-24T07:55:00Z', 'requested'), (10, '2026-02-24T07:56:30Z', 'accepted'), (10, '2026-02-24T08:02:00Z', 'started'),
  (10, '2026-02-24T08:20:00Z', 'finished'),
  (11, '2026-02-26T17:00:00Z', 'requested'), (11, '2026-02-26T17:00:30Z', 'accepted'), (11, '2026-02-26T17:04:00Z', 'started'),
  (11, '2026-02-26T17:14:00Z', 'finished'),
  (14, '2026-03-01T12:00:00Z', 'requested'), (14, '2026-03-01T12:03:00Z', 'cancelled');
