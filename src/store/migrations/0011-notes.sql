-- One's own notes and highlights on words of a transcript. The words are kept beside the place: a corrected transcript may lose them.
create table notes (
  interview_id  text not null references interviews (id) on delete cascade,
  id            text not null,
  turn          integer not null check (turn >= 1),
  artifact      text,             -- id of the artifact that the words are of; null for the turn's text
  from_offset   integer not null, -- UTF-16 offsets
  to_offset     integer not null check (to_offset > from_offset),
  quote         text not null,
  text          text not null,    -- empty for a highlight
  created_at    integer not null, -- epoch milliseconds
  updated_at    integer not null,
  primary key (interview_id, id)
) strict, without rowid;
