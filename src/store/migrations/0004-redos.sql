-- Parts that were answered again, beside the original.
create table redos (
  id            text primary key,
  interview_id  text not null references interviews (id) on delete cascade,
  is_graded     integer not null check (is_graded in (0, 1)), -- 0 while it waits or is being graded
  redo          text not null, -- JSON: see src/domain/redo.ts
  created_at    integer not null
) strict;
create index redos_by_interview on redos (interview_id, created_at);
