-- People who came in by the access secret; `id` is their owner id. Who started the server is the owner 'local' and has no row.
create table spaces (
  id          text primary key,
  name        text not null,
  created_at  integer not null
) strict;

-- A link that lets one more browser into a space, once.
create table space_moves (
  owner_id    text primary key references spaces (id) on delete cascade,
  token_hash  text not null unique, -- SHA-256, hex
  expires_at  integer not null
) strict;
