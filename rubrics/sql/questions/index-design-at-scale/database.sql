-- Parcels, the depots they pass, and each scan on the way. What a depot asks by stands on the parcel, kept up with each scan.
create table depots (
  id integer primary key,
  name text not null unique
) strict;

create table parcels (
  id integer primary key,
  number text not null unique,
  recipient text not null,
  postcode text not null,
  promised_on text,
  current_depot_id integer references depots (id),
  delivered_at text
) strict;
create index open_parcels_of_depot on parcels (current_depot_id, promised_on, id) where delivered_at is null;
create index parcels_by_person on parcels (postcode, lower(recipient));

create table scans (
  id integer primary key,
  parcel_id integer not null references parcels (id),
  depot_id integer not null references depots (id),
  kind text not null check (kind in ('in', 'out', 'delivered')),
  scanned_at text not null,
  unique (parcel_id, scanned_at, kind, depot_id)
) strict;

insert into depots values (1, 'North'), (2, 'South'), (3, 'Harbour');
insert into parcels values
  (1, 'X7Q2', 'Muller', '12045', '2026-05-02', 1, null),
  (2, 'P3LL', 'MULLIGAN', '12045', '2026-05-04', 1, null),
  (3, 'A9ZZ', 'Osei', '12045', '2026-05-02', 1, '2026-05-02T11:00:00Z'),
  (4, 'K4KT', 'Muller', '80331', '2026-05-02', 2, null),
  (5, 'B2BB', 'Iyer', '80331', null, 1, null),
  (6, 'C1CC', 'Novak', '10115', '2026-05-02', 1, null),
  (7, 'N0NE', 'Lund', '10115', '2026-05-09', null, null);
insert into scans (parcel_id, depot_id, kind, scanned_at) values
  (1, 2, 'in', '2026-04-30T08:00:00Z'), (1, 2, 'out', '2026-04-30T19:00:00Z'), (1, 1, 'in', '2026-05-01T05:00:00Z'),
  (3, 1, 'in', '2026-05-01T05:00:00Z'), (3, 1, 'delivered', '2026-05-02T11:00:00Z'),
  (4, 2, 'in', '2026-05-01T06:00:00Z');
