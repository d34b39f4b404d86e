-- When a scorecard of the interview was first shown: from then on a self-rating would be coloured by it.
create table scorecard_openings (
  interview_id  text primary key references interviews (id) on delete cascade,
  opened_at     integer not null
) strict;
-- Scorecards from before this table may have been read.
insert into scorecard_openings (interview_id, opened_at)
  select interview_id, min(created_at) from scorecards group by interview_id;

-- What the candidate said of themselves before that; written once.
create table self_ratings (
  interview_id  text primary key references interviews (id) on delete cascade,
  self_rating   text not null, -- JSON: see src/domain/self-rating.ts
  created_at    integer not null
) strict;
