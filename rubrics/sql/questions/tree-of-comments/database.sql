-- Comments on articles, and answers to comments. A removed comment with answers stays as an empty place.
create table articles (
  id integer primary key,
  title text not null
) strict;

create table comments (
  id integer primary key,
  article_id integer not null references articles (id),
  parent_id integer,
  author text,
  body text,
  created_at text not null,
  removed_at text,
  unique (article_id, id),
  -- An answer belongs to the article of what it answers.
  foreign key (article_id, parent_id) references comments (article_id, id),
  check (parent_id <> id),
  check (removed_at is not null or (author is not null and body is not null))
) strict;
create index comments_by_parent on comments (article_id, parent_id, created_at, id);

create trigger comments_do_not_move before update of parent_id, article_id on comments
when new.parent_id is not old.parent_id or new.article_id <> old.article_id
begin
  select raise(abort, 'a comment stays where it is');
end;

insert into articles values (1, 'Trams come back'), (2, 'Nobody reads this');
insert into comments values
  (1, 1, null, 'Ada', 'At last', '2026-05-01T08:00:00Z', null),
  (2, 1, null, 'Ben', 'Too dear', '2026-05-01T08:00:00Z', null),
  (3, 1, 1, 'Cem', 'Where to?', '2026-05-01T09:30:00Z', null),
  (4, 1, 1, null, null, '2026-05-01T09:00:00Z', '2026-05-02T07:00:00Z'),
  (5, 1, 4, 'Ada', 'That is not so', '2026-05-01T10:00:00Z', null),
  (6, 1, 5, 'Ben', 'It is', '2026-05-01T10:05:00Z', null),
  (7, 1, 2, 'Cem', 'Than what?', '2026-05-01T08:10:00Z', null),
  (10, 1, 1, 'Dora', 'To the harbour', '2026-05-01T09:30:00Z', null);
