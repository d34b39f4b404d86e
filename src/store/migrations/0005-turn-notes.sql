-- What the model-backed observer wrote down of candidate turns; of help while an interview runs, and no part of what is exported or scored.
create table turn_notes (
  interview_id  text not null,
  turn          integer not null,
  notes         text not null, -- JSON: see src/domain/turn-notes.ts
  primary key (interview_id, turn),
  foreign key (interview_id, turn) references turns (interview_id, turn) on delete cascade
) strict, without rowid;
