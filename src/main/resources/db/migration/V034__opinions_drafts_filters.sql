-- 常用意见: a person's own, or shared with everybody who acts for the organisation.
create table opinion_template (
    id              bigint generated always as identity primary key,
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    shared          boolean not null,
    text            text not null check (length(text) between 1 and 500),
    created_at      timestamptz not null
);
create index opinion_template_own on opinion_template (account_id, organisation_id);
create index opinion_template_shared on opinion_template (organisation_id) where shared;

create table opinion_use (
    template_id bigint not null references opinion_template on delete cascade,
    account_id  bigint not null references account,
    uses        integer not null,
    used_at     timestamptz not null,
    primary key (template_id, account_id)
);

-- What was begun of a task's form; goes with the task's completion.
create table task_draft (
    task_id    text not null references inbox_task on delete cascade,
    account_id bigint not null references account,
    answers    jsonb not null,
    revision   integer not null,
    saved_at   timestamptz not null,
    primary key (task_id, account_id)
);

-- 常用筛选: a named filter of the inbox, as the list's address.
create table saved_filter (
    id              bigint generated always as identity primary key,
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    shared          boolean not null,
    name            text not null check (length(name) between 1 and 30),
    address         text not null,
    created_at      timestamptz not null
);
create index saved_filter_own on saved_filter (account_id, organisation_id);
create index saved_filter_shared on saved_filter (organisation_id) where shared;

-- The filter with which her inbox opens.
create table default_filter (
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    filter_id       bigint not null references saved_filter on delete cascade,
    primary key (account_id, organisation_id)
);

-- 本单位: what came to a post, whoever did it; and the figures of the same.
create index inbox_task_of_organisation on inbox_task (organisation_id, role, created_at desc, task_id desc)
    where state <> 'CANCELLED' and not personal;
create index inbox_task_done_at_post on inbox_task (organisation_id, role, completed_at) where state = 'DONE';
