-- 批量办理: one decision for many tasks of one kind. What was chosen, what was answered, and what became of each.

create table bulk_completion (
    id              bigint generated always as identity primary key,
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    request_key     text,
    answers         jsonb,
    work_id         bigint unique references background_work,
    chosen_at       timestamptz not null,
    unique (account_id, request_key)
);
create index bulk_completion_waiting on bulk_completion (account_id, organisation_id) where work_id is null;

-- No reference to the task: what was asked for need not exist, or not for whoever asked.
create table bulk_row (
    bulk_id  bigint not null references bulk_completion on delete cascade,
    position integer not null,
    task_id  text not null,
    state    text not null check (state in ('CHOSEN', 'LEFT_OUT', 'DONE', 'DONE_BEFORE', 'REFUSED')),
    reason   text not null default '',
    detail   text not null default '',
    primary key (bulk_id, position),
    unique (bulk_id, task_id)
);
