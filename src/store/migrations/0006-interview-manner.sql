-- How an interview is held; those of before were neutral and in English.
alter table interviews add column company text not null default 'neutral';
alter table interviews add column language text not null default 'en'; -- BCP-47
