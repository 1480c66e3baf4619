-- A task that comes and goes costs less: two indices are part of others, and a count is changed where it was found.

-- What came to a post, for its list (not what is one person's alone) and for the applications that its holders may read.
drop index inbox_task_of_post;
drop index inbox_task_of_organisation;
create index inbox_task_of_organisation on inbox_task (organisation_id, role, personal, created_at desc, task_id desc)
    where state <> 'CANCELLED';

-- Due first, and how many are due: counted from the index alone, which is why it names the column besides the expression.
drop index inbox_task_due_of_post;
drop index inbox_task_open_due;
create index inbox_task_open_due on inbox_task
    (organisation_id, role, (coalesce(due_at, 'infinity'::timestamptz)), task_id) include (due_at, personal, assignee_id)
    where state = 'OPEN';

-- In two statements: the row is locked in its newest version, which only a statement that begins afterwards sees.
create or replace function inbox_count_add(organisation bigint, its_role text, key text, change bigint) returns void
    language plpgsql as $$
declare
    free tid;
begin
    select ctid into free from inbox_count where organisation_id = organisation and role = its_role and task_key = key
    limit 1 for update skip locked;
    update inbox_count set number = number + change where ctid = free;
    if not found then
        insert into inbox_count (organisation_id, role, task_key, number) values (organisation, its_role, key, change);
    end if;
end
$$;

create or replace function inbox_counts(account bigint, selves bigint[], organisation bigint, roles text[], now timestamptz,
        soon timestamptz)
    returns table (list text, task text, number bigint)
    language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
    return query
    select 'TO_DO', held.task_key, sum(held.number)::bigint from (
        select n.task_key, n.number from inbox_count n
        where n.organisation_id = organisation and n.role = any(roles)
        union all
        select t.task_key, 1 from inbox_task t
        where t.state = 'OPEN' and t.personal and t.assignee_id = any(selves)
          and t.organisation_id = organisation and t.role = any(roles)) held
    group by held.task_key having sum(held.number) > 0
    union all
    select 'MINE', '', count(*) from inbox_task t
    where t.state = 'OPEN' and t.assignee_id = any(selves)
      and t.organisation_id = organisation and t.role = any(roles)
    union all
    select 'COLLEAGUE', '', count(*) from inbox_task t
    where t.state = 'OPEN' and t.assignee_id is not null and t.assignee_id <> all(selves) and not t.personal
      and t.organisation_id = organisation and t.role = any(roles)
    union all
    select 'SOON', '', count(*) from inbox_task t
    where t.state = 'OPEN' and coalesce(t.due_at, 'infinity') > now
      and coalesce(t.due_at, 'infinity') <= soon
      and t.organisation_id = organisation and t.role = any(roles) and (not t.personal or t.assignee_id = any(selves))
    union all
    select 'OVERDUE', '', count(*) from inbox_task t
    where t.state = 'OPEN' and coalesce(t.due_at, 'infinity') <= now
      and t.organisation_id = organisation and t.role = any(roles) and (not t.personal or t.assignee_id = any(selves))
    union all
    select 'DONE', '', count(*) from inbox_task t
    where t.state = 'DONE' and t.completed_by = account
      and t.organisation_id = organisation and t.role = any(roles) and (not t.personal or t.assignee_id = any(selves))
    union all
    select 'STARTED', '', count(*) from inbox_case c where c.started_by = account and c.organisation_id = organisation
    union all
    select 'COPIED', '', count(*) from inbox_copy k where k.account_id = account
    union all
    select 'UNREAD', '', count(*) from inbox_copy k where k.account_id = account and k.read_at is null
    order by 1, 2;
end
$$;
