-- The lists of applications: the province's by the last change, a reviewer's by the tasks that her post has or had.

create index project_application_moved on project_application (status_since desc, number desc)
    where submitted_at is not null;

create index inbox_task_of_post on inbox_task (organisation_id, role, business_key)
    where state in ('OPEN', 'DONE');
