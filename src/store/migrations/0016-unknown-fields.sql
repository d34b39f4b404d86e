-- Fields of a restored file that nobody here knows, as JSON: [{ path, value }]. Written back on export.
alter table interviews add column unknown_fields text;
