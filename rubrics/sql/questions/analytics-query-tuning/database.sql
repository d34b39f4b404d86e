-- What a web shop sold and took back. Amounts are cents. A line keeps the category that its product had on the day of the sale.
create table categories (
  id integer primary key,
  name text not null unique
) strict;

create table products (
  id integer primary key,
  name text not null,
  category_id integer not null references categories (id)
) strict;

create table orders (
  id integer primary key,
  customer_id integer not null,
  ordered_at text not null
) strict;
create index orders_by_time on orders (ordered_at, id, customer_id);

create table order_lines (
  order_id integer not null references orders (id),
  line_no integer not null,
  product_id integer not null references products (id),
  category_id integer not null references categories (id),
  quantity integer not null check (quantity > 0),
  unit_price integer not null check (unit_price >= 0),
  primary key (order_id, line_no)
) strict;

create table refunds (
  id integer primary key,
  order_id integer not null,
  line_no integer not null,
  amount integer not null check (amount > 0),
  refunded_at text not null,
  foreign key (order_id, line_no) references order_lines (order_id, line_no)
) strict;
create index refunds_of_line on refunds (order_id, line_no);

-- A day's sums, replaced as a whole whenever something of that day has changed.
create table sales_by_day (
  day text not null,
  category_id integer not null references categories (id),
  sales integer not null,
  refunds integer not null,
  primary key (day, category_id)
) strict;

-- One row for each who bought: numbers of people cannot be added up from day to week.
create table buyers_by_day (
  day text not null,
  category_id integer not null references categories (id),
  customer_id integer not null,
  primary key (day, category_id, customer_id)
) strict;

insert into categories values (1, 'garden'), (2, 'tools'), (3, 'toys');
-- The rake was sold as garden, and is filed under tools today.
insert into products values (1, 'rake', 2), (2, 'spade', 1), (3, 'saw', 2), (4, 'kite', 3);
insert into orders values
  (1, 70, '2026-03-02T00:00:00Z'), (2, 71, '2026-03-03T10:00:00Z'), (3, 70, '2026-03-06T12:00:00Z'),
  (4, 72, '2026-03-08T23:59:59Z'), (5, 70, '2026-03-09T00:00:00Z');
insert into order_lines values
  (1, 1, 1, 1, 2, 2000), (1, 2, 3, 2, 1, 3500),
  (2, 1, 2, 1, 1, 4000),
  (3, 1, 2, 1, 1, 4000),
  (4, 1, 3, 2, 1, 3500),
  (5, 1, 1, 2, 1, 2500);
insert into refunds values (1, 1, 1, 500, '2026-03-10T09:00:00Z'), (2, 1, 1, 1000, '2026-04-20T09:00:00Z'), (3, 2, 1, 4000, '2026-03-12T09:00:00Z');

insert into sales_by_day
  select substr(o.ordered_at, 1, 10), l.category_id, sum(l.quantity * l.unit_price), coalesce(sum(r.amount), 0)
  from orders o
  join order_lines l on l.order_id = o.id
  left join (select order_id, line_no, sum(amount) as amount from refunds group by order_id, line_no) r
    on r.order_id = l.order_id and r.line_no = l.line_no
  group by 1, 2;
insert into buyers_by_day
  select distinct substr(o.ordered_at, 1, 10), l.category_id, o.customer_id from orders o join order_lines l on l.order_id = o.id;
