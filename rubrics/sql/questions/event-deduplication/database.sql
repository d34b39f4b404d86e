-- Meter readings as they came, doubles and all, and the table that cannot hold any. Values are watt-hours.
create table meters (
  id integer primary key,
  serial_no text not null unique
) strict;

-- As received. Revision is null from old firmware, the value is null where a message was broken.
create table raw_readings (
  id integer primary key,
  meter_id integer not null references meters (id),
  read_at text not null,
  revision integer,
  value integer check (value >= 0),
  received_at text not null
) strict;
create index raw_readings_by_key on raw_readings (meter_id, read_at);

create table readings (
  meter_id integer not null references meters (id),
  read_at text not null,
  revision integer not null,
  value integer not null check (value >= 0),
  received_at text not null,
  primary key (meter_id, read_at)
) strict;

insert into meters values (1, 'M-100'), (2, 'M-200'), (3, 'M-300');
insert into raw_readings values
  (1, 1, '2026-05-01T00:00:00Z', 1, 500, '2026-05-01T00:00:05Z'),
  (2, 1, '2026-05-01T00:00:00Z', 1, 500, '2026-05-01T00:00:40Z'),
  (3, 1, '2026-05-01T00:15:00Z', 2, 130, '2026-05-01T00:15:09Z'),
  (4, 1, '2026-05-01T00:15:00Z', 1, 999, '2026-05-01T03:00:00Z'),
  (5, 2, '2026-05-01T00:00:00Z', null, 70, '2026-05-01T00:00:04Z'),
  (6, 2, '2026-05-01T00:00:00Z', 1, 75, '2026-05-01T00:00:06Z'),
  (7, 2, '2026-05-01T00:15:00Z', 1, 80, '2026-05-01T00:15:01Z'),
  (8, 2, '2026-05-01T00:15:00Z', 2, null, '2026-05-01T00:16:00Z'),
  (9, 3, '2026-05-01T00:00:00Z', 1, 10, '2026-05-01T00:00:07Z');
