-- An evening school, taken apart: the sheet as it was, and the tables made of it. Amounts are cents.
create table sheet (
  pupil text not null,
  phones text,
  course text not null,
  teacher text not null,
  teacher_phone text not null,
  room text not null,
  fee integer not null
) strict;

create table pupils (
  id integer primary key,
  name text not null
) strict;

create table pupil_phones (
  pupil_id integer not null references pupils (id),
  number text not null,
  primary key (pupil_id, number)
) strict;

create table teachers (
  id integer primary key,
  name text not null,
  phone text not null
) strict;

create table courses (
  id integer primary key,
  title text not null unique,
  teacher_id integer not null references teachers (id),
  room text not null,
  list_fee integer not null check (list_fee >= 0),
  places integer not null check (places > 0),
  -- Kept twice on purpose: the list of courses is read all day. The enrolments are the truth.
  taken integer not null default 0 check (taken between 0 and places)
) strict;

-- The fee is what this pupil agreed to, whatever the course costs today.
create table enrolments (
  pupil_id integer not null references pupils (id),
  course_id integer not null references courses (id),
  fee integer not null check (fee >= 0),
  cancelled_at text,
  primary key (pupil_id, course_id)
) strict;
create index enrolments_of_course on enrolments (course_id);

insert into sheet values
  ('Ada Lund', '0170-1, 030-22', 'Pottery', 'Mr Okoro', '030-900', 'Cellar', 12000),
  ('ada lund ', '0170-1', 'Welsh', 'Ms Rees', '030-911', 'Room 2', 8000),
  ('Ben Iyer', null, 'Pottery', 'Mr Okoro', '030-901', 'Cellar', 9000),
  ('Cem Polat', '0171-5', 'Welsh', 'Ms Rees', '030-911', 'Room 2', 8000);
insert into teachers values (1, 'Mr Okoro', '030-901'), (2, 'Ms Rees', '030-911');
insert into pupils values (1, 'Ada Lund'), (2, 'Ben Iyer'), (3, 'Cem Polat');
insert into pupil_phones values (1, '0170-1'), (1, '030-22'), (3, '0171-5');
insert into courses values
  (1, 'Pottery', 1, 'Cellar', 13000, 2, 2),
  (2, 'Welsh', 2, 'Room 2', 8000, 12, 1),
  (3, 'Beekeeping', 1, 'Garden', 15000, 6, 0);
insert into enrolments values (1, 1, 12000, null), (2, 1, 9000, null), (1, 2, 8000, null), (3, 2, 8000, '2026-02-01T10:00:00Z');
