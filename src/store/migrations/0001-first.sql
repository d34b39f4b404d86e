-- One row per sitting. Times are epoch milliseconds, JSON columns are described by the zod schemas of src/domain/.
create table interviews (
  id            text primary key,
  owner_id      text not null,
  track         text not null,
  level         text not null,
  mode          text not null,
  persona       text not null,
  minutes       integer not null,
  interviewer   text not null,
  questions     text not null, -- JSON: [{ id, title, text, firstTurn }]
  schedule      text not null, -- JSON: [{ phase, title, role, minutes, question }]
  status        text not null check (status in ('running', 'ended')),
  elapsed_ms    integer not null,
  paused        integer not null check (paused in (0, 1)),
  draft         text not null,
  content_hash  text not null,
  created_at    integer not null,
  ended_at      integer
) strict;
create index interviews_by_owner on interviews (owner_id, created_at desc);

-- The rubric and guides an interview was held with; many interviews share one row.
create table held_contents (
  content_hash  text primary key,
  content       text not null -- JSON: { rubric, questions: [{ id, guide, answers }] }
) strict;

create table turns (
  interview_id   text not null references interviews (id) on delete cascade,
  turn           integer not null check (turn >= 1),
  speaker        text not null check (speaker in ('interviewer', 'candidate')),
  text           text not null,
  artifacts      text not null, -- JSON: [{ id, kind, text, language?, scene? }]
  phase          integer not null,
  elapsed_ms     integer not null,
  created_at     integer not null,
  client_turn_id text,
  move           text, -- JSON, interviewer only
  spoken_by      text,
  interrupted    integer not null check (interrupted in (0, 1)),
  primary key (interview_id, turn)
) strict;
create unique index turns_by_client_id on turns (interview_id, client_turn_id) where client_turn_id is not null;

-- Full text of the turns; the words themselves stay in turns.
create virtual table turns_fts using fts5 (text, content = 'turns', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2');
create trigger turns_fts_insert after insert on turns begin
  insert into turns_fts (rowid, text) values (new.rowid, new.text);
end;
create trigger turns_fts_delete after delete on turns begin
  insert into turns_fts (turns_fts, rowid, text) values ('delete', old.rowid, old.text);
end;

create table commands (
  interview_id  text not null references interviews (id) on delete cascade,
  command_id    text not null,
  body_hash     text not null,
  primary key (interview_id, command_id)
) strict, without rowid;

create table scoring_jobs (
  id            text primary key,
  interview_id  text not null references interviews (id) on delete cascade,
  scorer        text not null check (scorer in ('rule-based', 'model')),
  status        text not null check (status in ('queued', 'running', 'done', 'failed', 'too-short')),
  done          integer not null,
  total         integer not null,
  finished      text not null, -- JSON: [criterion title]
  error         text,
  created_at    integer not null
) strict;
create index scoring_jobs_by_interview on scoring_jobs (interview_id, created_at desc);

create table scores (
  job_id          text not null references scoring_jobs (id) on delete cascade,
  question_index  integer not null,
  criterion       text not null,
  score           text not null, -- JSON: see src/domain/score.ts
  primary key (job_id, question_index, criterion)
) strict;

create table scorecards (
  job_id          text primary key references scoring_jobs (id) on delete cascade,
  interview_id    text not null references interviews (id) on delete cascade,
  recommendation  text,
  mean            real,
  scorecard       text not null, -- JSON: see src/domain/score.ts
  created_at      integer not null
) strict;

create table access (
  token_hash  text primary key, -- SHA-256, hex
  owner_id    text not null,
  expires_at  integer not null
) strict;
