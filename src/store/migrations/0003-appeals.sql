-- Checks that the candidate appealed, whatever came of it.
create table appeals (
  id              text primary key,
  interview_id    text not null references interviews (id) on delete cascade,
  root_job_id     text not null references scoring_jobs (id) on delete cascade, -- the scoring that the appealed scorecard goes back to
  against_job_id  text not null references scoring_jobs (id) on delete cascade, -- whose scorecard was appealed
  made_job_id     text references scoring_jobs (id) on delete cascade,          -- whose scorecard it led to; null when refused
  appeal          text not null, -- JSON: see src/domain/appeal.ts
  created_at      integer not null
) strict;
create index appeals_by_interview on appeals (interview_id, created_at);
