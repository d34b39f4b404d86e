-- A bicycle workshop. Prices are pence. A job without finished_at is still open, one without a mechanic is waiting.
create table customers (
  id integer primary key,
  name text not null
) strict;

create table bikes (
  id integer primary key,
  customer_id integer not null references customers (id),
  frame_number text not null unique
) strict;
create index bikes_of_customer on bikes (customer_id);

create table mechanics (
  id integer primary key,
  name text not null
) strict;

create table jobs (
  id integer primary key,
  bike_id integer not null references bikes (id),
  mechanic_id integer references mechanics (id),
  price integer check (price >= 0),
  finished_at text,
  check (finished_at is null or (price is not null and mechanic_id is not null))
) strict;
create index jobs_of_bike on jobs (bike_id);
create index jobs_by_end on jobs (finished_at);

insert into customers values (1, 'Smith'), (2, 'Smith'), (3, 'Okoro'), (4, 'Lund'), (5, 'Rees');
insert into bikes values (1, 1, 'F-1'), (2, 1, 'F-2'), (3, 2, 'F-3'), (4, 3, 'F-4'), (5, 4, 'F-5');
insert into mechanics values (1, 'Ada'), (2, 'Ben'), (3, 'Cem');
insert into jobs values
  (1, 1, 1, 4500, '2026-04-30T17:00:00'),
  (2, 1, 1, 2000, '2026-05-01T00:00:00'),
  (3, 2, 2, 8000, '2026-05-31T18:30:00'),
  (4, 3, 1, 3000, '2026-05-12T12:00:00'),
  (5, 4, null, null, null),
  (6, 3, 2, 1000, '2026-06-01T00:00:00'),
  (7, 1, 1, 9900, '2025-05-15T10:00:00');
