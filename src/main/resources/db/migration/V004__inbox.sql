-- The read model of tasks: written in the engine's transaction, read by every list of the portal.

create table inbox_case (
    business_key        text primary key,
    process_key         text not null,
    process_definition_id text,
    process_instance_id text unique,
    title               text not null,
    category            text not null,
    occasion            text not null,
    organisation_id     bigint not null references organisation,
    city_code           char(6) not null,
    started_by          bigint references account,
    started_at          timestamptz not null,
    ended_at            timestamptz,
    end_state           text
);
create index inbox_case_started on inbox_case (started_by, started_at desc, business_key desc);

create table inbox_task (
    task_id               text primary key,
    task_key              text not null,
    process_key           text not null,
    process_definition_id text not null,
    process_instance_id   text not null,
    form_key              text,
    business_key          text not null references inbox_case,
    title                 text not null,
    category              text not null,
    occasion              text not null,
    applicant_id          bigint not null references organisation,
    city_code             char(6) not null,
    organisation_id       bigint not null references organisation,
    role                  text not null,
    assignee_id           bigint references account,
    state                 text not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
    created_at            timestamptz not null,
    due_at                timestamptz,
    overdue_at            timestamptz,
    completed_at          timestamptz,
    completed_by          bigint references account,
    completed_by_name     text,
    outcome               text
);
create index inbox_task_open on inbox_task (organisation_id, role, created_at, task_id) where state = 'OPEN';
create index inbox_task_done on inbox_task (completed_by, completed_at desc, task_id desc) where state = 'DONE';
create index inbox_task_of_case on inbox_task (business_key, created_at);
create index inbox_task_overdue on inbox_task (due_at) where state = 'OPEN' and due_at is not null;

create table inbox_copy (
    business_key text not null references inbox_case,
    account_id   bigint not null references account,
    reason       text not null,
    copied_at    timestamptz not null,
    read_at      timestamptz,
    primary key (account_id, business_key, reason)
);
create index inbox_copy_list on inbox_copy (account_id, copied_at desc, business_key desc);

-- A repeated request with the same key gets the first one's answer.
create table completed_request (
    account_id  bigint not null references account,
    request_key text not null,
    task_id     text not null,
    outcome     text not null,
    created_at  timestamptz not null,
    primary key (account_id, request_key)
);
