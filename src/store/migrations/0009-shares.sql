-- Links by which somebody else may look at one ended interview. They end with it.
create table shares (
  id             text primary key,
  interview_id   text not null references interviews (id) on delete cascade,
  token_hash     text not null unique, -- SHA-256, hex; the token itself is told once and kept nowhere
  kind           text not null check (kind in ('read-only', 'review')),
  name           text not null, -- for whom
  shows_ratings  integer not null check (shows_ratings in (0, 1)),
  created_at     integer not null,
  expires_at     integer not null,
  last_used_at   integer,
  revoked_at     integer
) strict;
create index shares_by_interview on shares (interview_id, created_at);

-- Browsers that opened a link: each makes a review of its own.
create table share_guests (
  id          text primary key,
  share_id    text not null references shares (id) on delete cascade,
  token_hash  text not null unique, -- SHA-256 of the cookie, hex
  created_at  integer not null
) strict;
create index share_guests_by_share on share_guests (share_id);

-- Reviews as submitted; written once.
create table peer_reviews (
  guest_id      text primary key references share_guests (id) on delete cascade,
  review        text not null, -- JSON: see src/domain/peer-review.ts
  submitted_at  integer not null
) strict;

-- "Not useful", with its reason; withdrawn is deleted.
create table objections (
  id            text primary key,
  interview_id  text not null references interviews (id) on delete cascade,
  root_job_id   text references scoring_jobs (id) on delete cascade, -- the scoring that the scorecard goes back to; null for what an interviewer said
  target        text not null, -- the same for the same target
  objection     text not null, -- JSON: see src/domain/objection.ts
  created_at    integer not null
) strict;
create index objections_by_interview on objections (interview_id, created_at);
