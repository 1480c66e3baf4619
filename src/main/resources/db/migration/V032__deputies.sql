-- 代理: who stands in for whom, from one day to another; and for whom a task was completed.

create table deputy (
    id              bigint generated always as identity primary key,
    principal_id    bigint not null references account,
    deputy_id       bigint not null references account,
    organisation_id bigint not null references organisation,
    first_day       date not null,
    last_day        date not null,
    reason          text not null,
    named_by        bigint not null references account,
    named_at        timestamptz not null,
    revoked_at      timestamptz,
    check (principal_id <> deputy_id),
    check (first_day <= last_day)
);
create index deputy_of on deputy (deputy_id, organisation_id) where revoked_at is null;
create index deputy_for on deputy (principal_id) where revoked_at is null;

alter table inbox_task add column completed_for_name text;
