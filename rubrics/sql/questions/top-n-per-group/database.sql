-- Leagues, players, and what each scored in a round. A round's league is a fact of the round: players move between leagues.
create table leagues (
  id integer primary key,
  name text not null unique
) strict;

create table players (
  id integer primary key,
  name text not null
) strict;

create table rounds (
  id integer primary key,
  league_id integer not null references leagues (id),
  finished_at text not null
) strict;

-- A score of null is a round that was broken off. A voided result does not count, and stays.
create table results (
  round_id integer not null references rounds (id),
  player_id integer not null references players (id),
  score integer check (score >= 0),
  voided_at text,
  primary key (round_id, player_id)
) strict;
create index results_of_player on results (player_id, round_id);

-- The best of each player in a league, raised as results come in.
create table bests (
  league_id integer not null references leagues (id),
  player_id integer not null references players (id),
  best integer not null,
  primary key (league_id, player_id)
) strict;
create index bests_ranked on bests (league_id, best desc);

insert into leagues values (1, 'Gold'), (2, 'Silver'), (3, 'Bronze');
insert into players values (1, 'Ada'), (2, 'Ben'), (3, 'Cem'), (4, 'Dora'), (5, 'Emil');
insert into rounds values
  (100, 1, '2026-04-01T20:00:00Z'),
  (101, 1, '2026-04-02T20:00:00Z'),
  (102, 1, '2026-04-03T20:00:00Z'),
  (103, 2, '2026-04-03T20:00:00Z'),
  (104, 2, '2026-04-04T20:00:00Z');
insert into results values
  (100, 1, 950, null), (100, 2, 700, null), (100, 3, 800, null), (100, 4, 800, null),
  (101, 1, 940, null), (101, 2, 820, null), (101, 3, null, null), (101, 5, 990, '2026-04-03T09:00:00Z'),
  (102, 1, 930, null), (102, 4, 790, null),
  (103, 1, 300, null), (103, 5, 650, null),
  (104, 5, 640, null);
insert into bests
  select r.league_id, s.player_id, max(s.score)
  from results s join rounds r on r.id = s.round_id
  where s.score is not null and s.voided_at is null
  group by r.league_id, s.player_id;
