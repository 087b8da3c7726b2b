## A record is refused, the others go on

record-json-broken = { $where }: this line is not whole JSON (column { $column }). Write one object on one line and run again.
record-not-object = { $where }: this line is JSON but no object. Write it as {"{"}"id": …, "source": …, "body": …{"}"} and run again.
record-field-missing = { $where }: the field “{ $field }” is missing. Add it and run again; for a text, --source names its source.
record-field-type = { $where }: the field “{ $field }” must be text. Put it in quotes and run again.
record-field-long = { $where }: the field “{ $field }” has more than { $longest } characters. Shorten it and run again.
record-date-bad = { $where }: “{ $value }” is no date. Write “{ $field }” like 2026-08-20 or 2026-08-20T14:00:00+00:00 and run again.
record-date-name = { $where }: the date stands in “{ $found }”, which Vigie does not read. Call it “{ $field }” if it is when this was published, “happened_on” if not, and run again.
record-status-bad = { $where }: “{ $value }” is no status. Write usable, corrected, canceled or withheld and run again.
record-language-bad = { $where }: “{ $value }” is no language code. Write fr or en, or leave it out, and run again.
record-url-bad = { $where }: “{ $value }” is no web address. Begin it with https://, or leave it out, and run again.
record-text-missing = { $where }: there is neither a body nor a title. Give one of them and run again.
record-too-large = { $where }: this is larger than { $largest_kb } kB, too much for one dispatch. Split it and run again.
record-encoding = { $where }: this is not in UTF-8. Save the file as UTF-8 and run again.
record-empty = { $where }: there is nothing in it. Fill the file or take it away.
record-binary = { $where }: this is no text. Save it as plain text or JSON Lines and run again.
record-markup = { $where }: this is a web page or XML, not plain text. Save its text alone and run again.
record-unreadable = { $where }: this cannot be opened. Check that it is there and yours to read, and run again.
record-id-twice = { $where }: { $first } already has the id “{ $value }”. Rename one of the files, or write id: in front matter, and run again.

## What was given cannot be used

input-path-missing = { $path } does not exist. Check the name and run again.
input-folder-empty = There is no file to read in { $path }. Put texts or JSON Lines there, or name another folder.

## The model

model-default-missing = The model's folder { $folder } is not complete. Install Vigie anew, or name another model in VIGIE_MODEL.
model-folder-missing = There is no model folder { $folder }. Check VIGIE_MODEL.
model-file-unreadable = The model's file { $file } cannot be read. Check that it is there and yours to read.
model-not-loadable = The model { $model } cannot be loaded. Check VIGIE_MODEL, or leave it unset to use the default.
model-changed = The model { $model } has changed since the dispatches were taken in. Run: vigie rebuild

## The gazetteer

gazetteer-columns = { $where }: { $found } columns instead of { $expected }. Fetch the country file from GeoNames again.
gazetteer-number = { $where }: a number cannot be read. Fetch the country file from GeoNames again.
gazetteer-empty = { $where }: there is no place in it. Give a GeoNames country file, such as ML.txt.
gazetteer-encoding = { $where }: this is not in UTF-8. Give the country file as GeoNames publishes it.
gazetteer-unreadable = { $where }: this cannot be opened ({ $cause }). Check that it is there and yours to read.

## What is stored

store-folder-unusable = { $folder } cannot be written. Choose another folder with --data.
store-database-unusable = The database in { $folder } cannot be used. Run: vigie check
store-newer = A newer Vigie made this database (version { $version }; this one knows { $known }). Install the newer Vigie.
store-busy = The database is in use by another Vigie. Wait a moment and try again.
store-unusable = The database cannot be used. Run: vigie check
input-watch-empty = That asks for nothing I could watch for. Name a place, what happens or who does it: attacks near Gao
input-watches-full = You have { $most } watches, the most there can be. Delete one first: /watches
input-watch-number = There is no watch { $number }. vigie watch list shows them all.
input-watch-chat = Say with --chat whom to tell: the Telegram id of a chat, a number.
