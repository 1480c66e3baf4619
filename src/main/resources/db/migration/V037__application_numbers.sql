-- Running numbers without waiting: a counter's row is held until the transaction ends, so that all schools that begin an
-- application of one programme would begin one after the other. A sequence is held by nobody. An application that was not
-- begun after all leaves a gap, as one that was withdrawn does.

create function next_application_number(of_prefix text) returns bigint language plpgsql as $$
declare
    counter text := quote_ident('application_number_' || of_prefix);
begin
    if to_regclass(counter) is null then
        perform pg_advisory_xact_lock(hashtext(counter));
        execute format('create sequence if not exists %s', counter);
    end if;
    return nextval(counter);
end
$$;

do $$
declare
    known record;
begin
    for known in select prefix, last from application_counter loop
        perform next_application_number(known.prefix);
        perform setval(quote_ident('application_number_' || known.prefix), known.last);
    end loop;
end
$$;

drop table application_counter;
