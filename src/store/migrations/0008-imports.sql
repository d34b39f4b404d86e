-- Where an interview that was not held here came from, as JSON: see src/domain/imported.ts. Null for those held here.
alter table interviews add column imported text;

-- What an imported transcript said before it was corrected. The newest revision is the one in turns.
create table transcript_revisions (
  interview_id  text not null references interviews (id) on delete cascade,
  revision      integer not null check (revision >= 1),
  turns         text not null, -- JSON: [turn], see src/domain/turn.ts
  created_at    integer not null,
  primary key (interview_id, revision)
) strict, without rowid;
