-- A shop: customers, orders with their lines, and the attempts to pay them. Amounts are cents.
create table customers (
  id integer primary key,
  email text not null unique
) strict;

create table orders (
  id integer primary key,
  customer_id integer not null references customers (id),
  created_at text not null,
  currency text not null check (currency in ('EUR', 'GBP', 'USD'))
) strict;
create index orders_of_customer on orders (customer_id, created_at desc, id desc);

create table order_lines (
  order_id integer not null references orders (id),
  product text not null,
  quantity integer not null check (quantity > 0),
  unit_price integer not null check (unit_price >= 0),
  primary key (order_id, product)
) strict;

create table payments (
  id integer primary key,
  order_id integer not null references orders (id),
  provider_reference text not null unique,
  amount integer not null check (amount > 0),
  status text not null check (status in ('open', 'paid', 'declined', 'refunded')),
  created_at text not null
) strict;
create unique index one_open_payment_an_order on payments (order_id) where status = 'open';

insert into customers values (1, 'ada@example.org'), (2, 'ben@example.org'), (3, 'cem@example.org');
insert into orders values
  (10, 1, '2026-03-01T09:00:00Z', 'EUR'),
  (11, 1, '2026-03-04T18:30:00Z', 'EUR'),
  (12, 2, '2026-03-04T18:30:00Z', 'EUR'),
  (13, 1, '2026-03-04T18:30:00Z', 'EUR');
insert into order_lines values
  (10, 'lamp', 1, 4000), (10, 'bulb', 3, 500),
  (11, 'desk', 1, 25000),
  (12, 'chair', 2, 9000),
  (13, 'bulb', 2, 550);
insert into payments values
  (1, 10, 'p-100', 5500, 'declined', '2026-03-01T09:01:00Z'),
  (2, 10, 'p-101', 3000, 'paid', '2026-03-01T09:05:00Z'),
  (3, 10, 'p-102', 2500, 'paid', '2026-03-02T08:00:00Z'),
  (4, 11, 'p-103', 25000, 'declined', '2026-03-04T18:31:00Z'),
  (5, 12, 'p-104', 18000, 'paid', '2026-03-04T18:32:00Z');
