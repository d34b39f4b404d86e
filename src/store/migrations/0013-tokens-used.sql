-- What calls to models took, for limits. A day's sum must not shrink when an interview is deleted, so nothing here refers to one.
create table tokens_used (
  owner_id      text not null,
  day           text not null, -- UTC, such as 2026-11-26
  interview_id  text not null,
  tokens        integer not null,
  primary key (owner_id, day, interview_id)
) strict, without rowid;
create index tokens_used_by_interview on tokens_used (interview_id);
