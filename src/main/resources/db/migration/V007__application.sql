-- Applications: the aggregate, its draft, its frozen versions, and what its partners answered.

create table application_counter (
    prefix text primary key,
    last   integer not null
);

create table project_application (
    number          text primary key,
    round_code      text not null,
    programme_code  text not null,
    organisation_id bigint not null references organisation,
    city_code       char(6) not null references region,
    slot            integer not null default 1,
    status          text not null,
    returned_by     text,
    filing_due_at   timestamptz not null,
    current_version integer not null default 0,
    problems        jsonb not null default '[]',
    created_by      bigint not null references account,
    created_at      timestamptz not null,
    submitted_at    timestamptz,
    decided_at      timestamptz,
    status_since    timestamptz not null,
    revision        integer not null default 0
);
-- One for each school, programme and round; a programme that allows more gives each its own slot.
create unique index project_application_once
    on project_application (round_code, programme_code, organisation_id, slot)
    where status not in ('WITHDRAWN', 'EXPIRED');
create index project_application_of_school on project_application (organisation_id, created_at desc, number desc);
create index project_application_by_status on project_application (status, status_since);

create table application_draft (
    number   text primary key references project_application,
    content  jsonb not null,
    revision integer not null,
    saved_at timestamptz not null,
    saved_by bigint references account
);

create table application_version (
    number     text not null references project_application,
    version    integer not null,
    content    jsonb not null,
    materials  jsonb not null,
    sha256     char(64) not null,
    signed_by  bigint not null references account,
    signed_at  timestamptz not null,
    primary key (number, version)
);

create table partner_confirmation (
    number          text not null references project_application,
    attempt         integer not null,
    row             jsonb not null,
    organisation_id bigint not null references organisation,
    decision        text,
    opinion         text,
    answered_by     bigint references account,
    answered_at     timestamptz,
    primary key (number, attempt, organisation_id)
);
