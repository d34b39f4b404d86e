-- Words are found by how they begin as well; and a file that was vacuumed may have given its turns other row ids.
drop trigger turns_fts_insert;
drop trigger turns_fts_delete;
drop table turns_fts;
create virtual table turns_fts using fts5 (text, content = 'turns', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
insert into turns_fts (turns_fts) values ('rebuild');
create trigger turns_fts_insert after insert on turns begin
  insert into turns_fts (rowid, text) values (new.rowid, new.text);
end;
create trigger turns_fts_delete after delete on turns begin
  insert into turns_fts (turns_fts, rowid, text) values ('delete', old.rowid, old.text);
end;

-- Titles of the questions of interviews, one row each.
create virtual table titles_fts using fts5 (interview_id unindexed, title, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
insert into titles_fts (interview_id, title)
  select interviews.id, value ->> 'title' from interviews, json_each(interviews.questions) where json_valid(interviews.questions);
create trigger titles_fts_insert after insert on interviews when json_valid(new.questions) begin
  insert into titles_fts (interview_id, title) select new.id, value ->> 'title' from json_each(new.questions);
end;
create trigger titles_fts_update after update of questions on interviews
when case when json_valid(old.questions) and json_valid(new.questions)
  then (select group_concat(value ->> 'title') from json_each(old.questions)) is not (select group_concat(value ->> 'title') from json_each(new.questions))
  else 0 end begin
  delete from titles_fts where interview_id = old.id;
  insert into titles_fts (interview_id, title) select new.id, value ->> 'title' from json_each(new.questions);
end;
create trigger titles_fts_delete after delete on interviews begin
  delete from titles_fts where interview_id = old.id;
end;

create index interviews_by_status on interviews (owner_id, status, created_at desc);
create index scorecards_by_interview on scorecards (interview_id, created_at desc);

-- What each scorecard rates, so that a trend over many interviews reads no scorecard.
create table ratings (
  job_id     text not null references scorecards (job_id) on delete cascade,
  question   text not null, -- '' over all questions
  criterion  text not null,
  rating     integer,       -- null: unscored
  primary key (job_id, question, criterion)
) strict, without rowid;
create trigger ratings_insert after insert on scorecards when json_valid(new.scorecard) begin
  insert or replace into ratings
    select new.job_id, '', score.value ->> 'criterion', score.value ->> 'rating' from json_each(new.scorecard, '$.scores') as score
    where score.value ->> 'criterion' is not null;
  insert or replace into ratings
    select new.job_id, part.value ->> 'question', score.value ->> 'criterion', score.value ->> 'rating'
    from json_each(new.scorecard, '$.perQuestion') as part, json_each(part.value, '$.scores') as score
    where part.value ->> 'question' is not null and score.value ->> 'criterion' is not null;
end;
create trigger ratings_update after update of scorecard on scorecards when json_valid(new.scorecard) begin
  delete from ratings where job_id = new.job_id;
  insert or replace into ratings
    select new.job_id, '', score.value ->> 'criterion', score.value ->> 'rating' from json_each(new.scorecard, '$.scores') as score
    where score.value ->> 'criterion' is not null;
  insert or replace into ratings
    select new.job_id, part.value ->> 'question', score.value ->> 'criterion', score.value ->> 'rating'
    from json_each(new.scorecard, '$.perQuestion') as part, json_each(part.value, '$.scores') as score
    where part.value ->> 'question' is not null and score.value ->> 'criterion' is not null;
end;
-- Those of before, by the trigger.
update scorecards set scorecard = scorecard;

-- Questions that a person does not want to be asked again for now.
create table reask_dismissals (
  owner_id      text not null,
  track         text not null,
  question      text not null,
  dismissed_at  integer not null,
  primary key (owner_id, track, question)
) strict, without rowid;
