-- The board of an interview, whole, each time it was stored. What no turn names is kept for the newest few only.
create table boards (
  interview_id  text not null references interviews (id) on delete cascade,
  revision      integer not null check (revision >= 1),
  scene         text not null, -- JSON: see src/board/scene.ts
  text          text not null, -- the same in words
  turn          integer,       -- the first turn that it went with; null for none
  created_at    integer not null, -- epoch milliseconds
  primary key (interview_id, revision)
) strict;

-- What stands on a pad. It stays when it has gone with a turn.
create table pads (
  interview_id  text not null references interviews (id) on delete cascade,
  pad           text not null check (pad in ('code', 'sql')),
  text          text not null,
  language      text not null,
  updated_at    integer not null, -- epoch milliseconds
  primary key (interview_id, pad)
) strict, without rowid;

-- Drawings that imported turns held until now.
create temp table drawn as
  select interview_id, turn, created_at, artifact.key as place, artifact.value as artifact,
    row_number() over (partition by interview_id order by turn, artifact.key) as revision
  from turns, json_each(iif(json_valid(artifacts), artifacts, '[]')) as artifact
  where case when artifact.type = 'object'
    then artifact.value ->> 'kind' = 'board' and json_type(artifact.value, '$.scene') = 'object' else false end;

insert into boards (interview_id, revision, scene, text, turn, created_at)
select interview_id, revision, artifact -> 'scene', coalesce(artifact ->> 'text', ''), turn, created_at from drawn;

update turns set artifacts = (
  select json_group_array(
    json(iif(drawn.revision is null, turns.artifacts -> one.fullkey,
      json_set(json_remove(drawn.artifact, '$.scene'), '$.revision', drawn.revision)))
    order by one.key)
  from json_each(turns.artifacts) as one
  left join drawn on drawn.interview_id = turns.interview_id and drawn.turn = turns.turn and drawn.place = one.key
)
where exists (select 1 from drawn where drawn.interview_id = turns.interview_id and drawn.turn = turns.turn);

drop table drawn;
