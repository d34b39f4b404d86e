-- Shops, their customers and orders, a few of each: what the page must show, whatever makes it fast. Times are UTC.
create table shops (
  id integer primary key,
  name text not null
) strict;

create table customers (
  id integer primary key,
  name text not null
) strict;

create table orders (
  id integer primary key,
  shop_id integer not null references shops (id),
  -- Null once a customer has been deleted: the order stays.
  customer_id integer references customers (id),
  status text not null check (status in ('open', 'paid', 'sent', 'cancelled')),
  created_at text not null,
  document text not null default '{}'
) strict;

-- Filter first, then the order of the page, the id for equal times; only what the page can show, so that it stays small.
create index open_orders_of_shop on orders (shop_id, created_at desc, id desc) where status = 'open';

insert into shops values (1, 'Corner Books'), (2, 'Garden and Tools');
insert into customers values (1, 'Ada'), (2, 'Ben'), (3, 'Cem');
insert into orders (id, shop_id, customer_id, status, created_at) values
  (1, 1, 1, 'open', '2026-03-01 00:00:00'),
  (2, 1, 2, 'open', '2026-05-29 23:59:59'),
  (3, 1, 3, 'paid', '2026-05-29 12:00:00'),
  (4, 1, null, 'open', '2026-05-29 12:00:00'),
  (5, 1, 1, 'open', '2026-05-29 12:00:00'),
  (6, 1, 2, 'open', '2026-05-30 00:00:00'),
  (7, 1, 3, 'cancelled', '2026-05-30 08:00:00'),
  (8, 2, 1, 'open', '2026-05-30 09:00:00'),
  (9, 1, 3, 'open', '2026-02-28 23:59:59'),
  (10, 1, 1, 'open', '2026-05-30 10:00:00');
