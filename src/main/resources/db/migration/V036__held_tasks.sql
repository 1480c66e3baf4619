-- What is to do, by who has it: only the few that somebody holds, so that an unclaimed task costs nothing.
create index inbox_task_held on inbox_task
    (organisation_id, role, assignee_id, (coalesce(due_at, 'infinity'::timestamptz)), task_id)
    where state = 'OPEN' and assignee_id is not null;
