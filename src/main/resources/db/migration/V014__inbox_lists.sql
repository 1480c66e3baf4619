-- "Due first" pages by deadline; a task without one comes last.
create index inbox_task_open_due on inbox_task (organisation_id, role, (coalesce(due_at, 'infinity'::timestamptz)), task_id)
    where state = 'OPEN';
