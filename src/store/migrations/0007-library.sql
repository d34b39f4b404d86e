-- Guides that a person opened for study: an interview on such a question counts as prepared from then on.
create table guide_readings (
  owner_id text not null,
  track text not null,
  question text not null,
  read_at integer not null, -- epoch milliseconds; the first time counts
  primary key (owner_id, track, question)
) strict, without rowid;
-- Ids of those of its questions whose guide had been read before it began, as JSON.
alter table interviews add column prepared text not null default '[]';
