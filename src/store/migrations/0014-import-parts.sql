-- Which interviews an import made, so that one that is sent twice is stored once.
create table import_parts (
  owner_id      text not null,
  import_id     text not null,
  part          integer not null,
  body_hash     text not null, -- SHA-256 of the request, hex
  interview_id  text not null references interviews (id) on delete cascade,
  primary key (owner_id, import_id, part)
) strict, without rowid;
create index import_parts_by_interview on import_parts (interview_id);

-- Words that were corrected are found, and those before them no more.
create trigger turns_fts_update after update of text on turns begin
  insert into turns_fts (turns_fts, rowid, text) values ('delete', old.rowid, old.text);
  insert into turns_fts (rowid, text) values (new.rowid, new.text);
end;
