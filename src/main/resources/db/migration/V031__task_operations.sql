-- Operations on tasks: who holds one, who lent a hand, and what was done to it besides completing it.

alter table inbox_task add column claimed_at timestamptz;
-- Whose task it is while a colleague has it for an opinion.
alter table inbox_task add column owner_id bigint references account;
-- A colleague's part in another task: an opinion or a signature. The engine knows nothing of these rows.
alter table inbox_task add column helps_task_id text references inbox_task;
create index inbox_task_helping on inbox_task (helps_task_id) where helps_task_id is not null;
create index inbox_task_of_person on inbox_task (assignee_id, business_key) where personal and state = 'OPEN';

create table task_operation (
    id                bigint generated always as identity primary key,
    task_id           text not null,
    task_key          text not null,
    business_key      text not null references inbox_case,
    operation         text not null,
    reason            text not null,
    by_account        bigint not null references account,
    by_name           text not null,
    by_organisation   text not null,
    to_name           text not null default '',
    at                timestamptz not null
);
create index task_operation_of_case on task_operation (business_key, id);
create index task_operation_of_task on task_operation (task_id, operation);

-- Why a person sent the copy; empty where the process did.
alter table inbox_copy add column note text not null default '';
alter table inbox_copy add column copied_by_name text not null default '';

-- A decision that was taken back no longer counts; its line stays.
alter table review_decision add column withdrawn_at timestamptz;
alter table countersignature add column withdrawn_at timestamptz;
alter table countersignature drop constraint countersignature_contest_key_round_no_department_key;
create unique index countersignature_that_counts on countersignature (contest_key, round_no, department)
    where withdrawn_at is null;

-- 加签: each signer is a row, with a to-do item of her own.
create table task_signer (
    id          bigint generated always as identity primary key,
    task_id     text not null references inbox_task,
    helper_id   text not null unique references inbox_task,
    account_id  bigint not null references account,
    name        text not null,
    placed      text not null check (placed in ('BEFORE', 'AFTER')),
    state       text not null check (state in ('OPEN', 'SIGNED', 'OBJECTED', 'DROPPED')),
    asked_by    bigint not null references account,
    asked_at    timestamptz not null,
    answered_at timestamptz
);
create index task_signer_awaited on task_signer (task_id) where state = 'OPEN';

-- A decision that waits for its signers.
create table sealed_decision (
    task_id         text primary key references inbox_task,
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    answers         jsonb not null,
    sealed_at       timestamptz not null
);

-- 或签 and a half of the departments, besides the rules there were.
alter table countersign_round drop constraint countersign_round_rule_check;
alter table countersign_round add check (rule in ('ALL', 'RATIO', 'HALF', 'ANY', 'LEAD_VETO'));
