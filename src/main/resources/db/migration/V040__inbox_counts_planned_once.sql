-- What lies in each list of a person. The statement looks at indices alone and takes less time than PostgreSQL takes to
-- plan it; as a function with a generic plan it is planned once for each connection.

create function inbox_counts(account bigint, selves bigint[], organisation bigint, roles text[], now timestamptz,
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
    where t.state = 'OPEN' and t.due_at > now and t.due_at <= soon
      and t.organisation_id = organisation and t.role = any(roles) and (not t.personal or t.assignee_id = any(selves))
    union all
    select 'OVERDUE', '', count(*) from inbox_task t
    where t.state = 'OPEN' and t.due_at <= now
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
