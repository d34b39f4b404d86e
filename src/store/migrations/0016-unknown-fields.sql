-- Fields of a restored file that nobody here knows, as JSON: { file: { name: value }, turns: { turn number: { name: value } } }. Written back on export.
alter table interviews add column unknown_fields text;
