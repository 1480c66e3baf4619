-- Adds lines to the record in one call: numbers and chains them under the head's lock. The hash is over every value as its
-- length in bytes, a colon and its UTF-8 text, as whoever verifies the record computes it (ChainLink).

create function audit_append(at text[], account bigint[], name text[], acting_for text[], address text[], action text[],
        subject_kind text[], subject text[], details text[]) returns void language plpgsql as $$
declare
    head     audit_head%rowtype;
    position integer;
    value    text;
    hashed   bytea;
begin
    select * into strict head from audit_head for update;
    for position in 1 .. cardinality(at) loop
        head.number := head.number + 1;
        hashed := convert_to(head.hash, 'UTF8');
        foreach value in array array[head.number::text, at[position], coalesce(account[position]::text, ''), name[position],
                acting_for[position], address[position], action[position], subject_kind[position], subject[position],
                details[position]] loop
            hashed := hashed || convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value, 'UTF8');
        end loop;
        head.hash := encode(sha256(hashed), 'hex');
        insert into audit_line values (head.number, at[position]::timestamptz, account[position], name[position],
            acting_for[position], address[position], action[position], subject_kind[position], subject[position],
            details[position]::json, head.hash);
    end loop;
    update audit_head set number = head.number, hash = head.hash;
end
$$;
