-- How much lies on a desk, kept as tasks come and go: a badge costs the same whether ten lie there or a hundred thousand.
--
-- A count is the sum of a few rows. With a single one, all who finish tasks of one office at the same moment would wait for
-- each other's commit; so each takes a row that nobody holds, and adds one if there is none: as many as ever wrote at once.

create table inbox_count (
    id              bigint generated always as identity primary key,
    organisation_id bigint not null,
    role            text not null,
    task_key        text not null,
    number          bigint not null
) with (fillfactor = 50);

create index inbox_count_of_post on inbox_count (organisation_id, role, task_key);

insert into inbox_count (organisation_id, role, task_key, number)
select organisation_id, role, task_key, count(*) from inbox_task
where state = 'OPEN' and not personal group by organisation_id, role, task_key;

create function inbox_count_add(organisation bigint, its_role text, key text, change bigint) returns void
    language plpgsql as $$
begin
    update inbox_count set number = number + change
    where id = (select id from inbox_count where organisation_id = organisation and role = its_role and task_key = key
                limit 1 for update skip locked);
    if not found then
        insert into inbox_count (organisation_id, role, task_key, number) values (organisation, its_role, key, change);
    end if;
end
$$;

create function inbox_tasks_came() returns trigger language plpgsql as $$
begin
    perform inbox_count_add(organisation_id, role, task_key, number)
    from (select organisation_id, role, task_key, count(*) as number from came
          where state = 'OPEN' and not personal
          group by organisation_id, role, task_key order by organisation_id, role, task_key) each;
    return null;
end
$$;
create trigger inbox_tasks_came after insert on inbox_task referencing new table as came
    for each statement execute function inbox_tasks_came();

create function inbox_task_changed() returns trigger language plpgsql as $$
begin
    if old.state = 'OPEN' and not old.personal then
        perform inbox_count_add(old.organisation_id, old.role, old.task_key, -1);
    end if;
    if new.state = 'OPEN' and not new.personal then
        perform inbox_count_add(new.organisation_id, new.role, new.task_key, 1);
    end if;
    return null;
end
$$;
create trigger inbox_task_changed after update on inbox_task for each row
    when ((old.state, old.personal, old.organisation_id, old.role, old.task_key)
        is distinct from (new.state, new.personal, new.organisation_id, new.role, new.task_key))
    execute function inbox_task_changed();

create function inbox_task_went() returns trigger language plpgsql as $$
begin
    perform inbox_count_add(old.organisation_id, old.role, old.task_key, -1);
    return null;
end
$$;
create trigger inbox_task_went after delete on inbox_task for each row
    when (old.state = 'OPEN' and not old.personal) execute function inbox_task_went();

-- What is overdue is little: counted, from the index alone. What is one person's alone has its index already.
create index inbox_task_due_of_post on inbox_task (organisation_id, role, due_at, personal, assignee_id)
    where state = 'OPEN';
