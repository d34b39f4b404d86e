-- A warehouse: shelves of bins, articles, and how many pieces of which lie where. Weights are grams.
create table shelves (
  id integer primary key,
  name text not null unique,
  max_grams integer not null check (max_grams > 0),
  -- The sum over the shelf's bins, kept in the transaction that changes them: one row which all who put goods there must write.
  load_grams integer not null default 0 check (load_grams >= 0),
  check (load_grams <= max_grams)
) strict;

create table bins (
  id integer primary key,
  shelf_id integer not null references shelves (id)
) strict;
create index bins_of_shelf on bins (shelf_id);

create table articles (
  id integer primary key,
  name text not null,
  grams integer not null check (grams > 0)
) strict;

create table stock (
  bin_id integer not null references bins (id),
  article_id integer not null references articles (id),
  quantity integer not null check (quantity >= 0),
  primary key (bin_id, article_id)
) strict;
create index stock_of_article on stock (article_id, bin_id) where quantity > 0;

-- What was taken and put, by the number that the scanner gave it: sent twice, it is one row.
create table movements (
  scan_id text primary key,
  bin_id integer not null references bins (id),
  article_id integer not null references articles (id),
  pieces integer not null check (pieces <> 0),
  at text not null
) strict;

insert into shelves values (1, 'A', 500000, 390000), (2, 'B', 300000, 12000), (3, 'C', 300000, 0);
insert into bins values (1, 1), (2, 1), (3, 2), (4, 3), (5, 2);
insert into articles values (1, 'anvil', 50000), (2, 'hammer', 1000), (3, 'nail box', 2000), (4, 'ladder', 9000);
insert into stock values (1, 1, 5), (1, 2, 40), (2, 1, 2), (3, 3, 6), (4, 2, 0);
insert into movements values
  ('s-1', 1, 1, 5, '2026-05-01T08:00:00Z'),
  ('s-2', 1, 2, 50, '2026-05-01T08:05:00Z'),
  ('s-3', 2, 1, 2, '2026-05-01T09:00:00Z'),
  ('s-4', 3, 3, 6, '2026-05-01T09:10:00Z'),
  ('s-5', 1, 2, -10, '2026-05-01T10:00:00Z'),
  ('s-6', 4, 2, 3, '2026-05-01T11:00:00Z'),
  ('s-7', 4, 2, -3, '2026-05-01T12:00:00Z');
