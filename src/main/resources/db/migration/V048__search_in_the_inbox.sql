-- Text in the middle of a number or a name is found by an index: a case has its words in pieces. PostgreSQL's own pg_trgm
-- knows no Chinese under the locale C, and would want three characters where most words have two.

-- Every two neighbouring characters where one is not ASCII, every four elsewhere (three digits in a row are in too many
-- numbers to be worth asking for): whatever contains a text contains the pieces of that text. Shorter texts have none.
create function search_pieces(words text) returns text[]
    language plpgsql immutable parallel safe as $$
declare
    letters text[] := string_to_array(lower(words collate "zh-x-icu"), null);
    pieces  text[] := '{}';
    piece   text;
begin
    for at in 1 .. cardinality(letters) - 1 loop
        piece := letters[at] || letters[at + 1];
        if octet_length(piece) = 2 then
            piece := piece || letters[at + 2] || letters[at + 3];
        end if;
        if octet_length(piece) > 2 and position(E'\n' in piece) = 0 then
            pieces := pieces || piece;
        end if;
    end loop;
    return pieces;
end
$$;

-- In a table of its own: the case changes when it begins and ends, and each change would be written to the index anew.
create table inbox_words (
    business_key text primary key references inbox_case on delete cascade,
    pieces       text[] not null
);

create function pieces_of_case(business_key text, title text, applicant bigint) returns text[]
    language sql stable as $$
select search_pieces(concat_ws(E'\n', business_key, title, (
    select name from organisation where id = applicant and position(name in title) = 0)))
$$;

insert into inbox_words (business_key, pieces)
select business_key, pieces_of_case(business_key, title, organisation_id) from inbox_case;

-- What is new waits in a short list, so that nobody's filing pays for the merging of thousands.
create index inbox_words_pieces on inbox_words using gin (pieces) with (gin_pending_list_limit = 256);

create function cut_words_of_case() returns trigger language plpgsql as $$
begin
    insert into inbox_words (business_key, pieces)
    values (new.business_key, pieces_of_case(new.business_key, new.title, new.organisation_id));
    return null;
end
$$;

create trigger words_of_case after insert on inbox_case for each row execute function cut_words_of_case();

create function cut_words_again() returns trigger language plpgsql as $$
begin
    update inbox_words w set pieces = pieces_of_case(c.business_key, c.title, c.organisation_id)
    from inbox_case c where c.business_key = w.business_key and c.organisation_id = new.id;
    return null;
end
$$;

create trigger words_of_renamed after update of name on organisation
    for each row when (old.name is distinct from new.name) execute function cut_words_again();
