-- Interviews that were deleted and can still be put back for some seconds. Meanwhile interviews.owner_id is '': a deleted interview is nobody's,
-- so that no question by an owner finds it.
create table deletions (
  interview_id  text primary key references interviews (id) on delete cascade,
  deletion_id   text not null, -- the same for all that were deleted in one action
  owner_id      text not null, -- whose it was
  deleted_at    integer not null -- epoch milliseconds
) strict;
create index deletions_by_id on deletions (deletion_id);

-- Words that are deleted leave no trace in the search index either.
insert into turns_fts (turns_fts, rank) values ('secure-delete', 1);
insert into titles_fts (titles_fts, rank) values ('secure-delete', 1);

create index interviews_by_content on interviews (content_hash);
