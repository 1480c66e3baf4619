-- What reviewers decided, and what they asked to be corrected.

create table review_decision (
    id              bigint generated always as identity primary key,
    number          text not null references project_application,
    version         integer not null,
    step            text not null,
    decision        text not null,
    opinion         text not null,
    decided_by      bigint not null references account,
    decided_by_name text not null,
    organisation_id bigint not null references organisation,
    decided_at      timestamptz not null
);
create index review_decision_of_application on review_decision (number, id);

create table correction_request (
    id              bigint generated always as identity primary key,
    number          text not null references project_application,
    decision_id     bigint not null references review_decision,
    version         integer not null,
    items           jsonb not null,
    requested_at    timestamptz not null,
    due_at          timestamptz not null,
    answered_by_version integer
);
create index correction_request_of_application on correction_request (number, id);
