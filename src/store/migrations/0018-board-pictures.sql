-- The newest board as its candidate sees it, for a model that sees pictures, while the interview runs.
create table board_pictures (
  interview_id  text not null,
  revision      integer not null,
  png           blob not null,
  width         integer not null, -- pixels
  height        integer not null,
  created_at    integer not null, -- epoch milliseconds
  primary key (interview_id, revision),
  foreign key (interview_id, revision) references boards (interview_id, revision) on delete cascade
) strict;
