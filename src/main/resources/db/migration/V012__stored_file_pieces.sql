-- Content is read in pieces, and is compressed by its format already: kept out of line as it is, a piece costs a piece.

alter table stored_file alter column content set storage external;
