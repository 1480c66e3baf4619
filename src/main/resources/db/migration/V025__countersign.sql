-- 会签与审定: each time a list went round, what each department said of it, and what the leader decided.

create table countersign_round (
    contest_key     text not null references contest,
    round_no        integer not null,
    ranking_version integer not null,
    rule            text not null check (rule in ('ALL', 'RATIO', 'LEAD_VETO')),
    departments     text[] not null,
    opened_at       timestamptz not null,
    result          text check (result in ('PASSED', 'DISSENT', 'RETURNED')),
    closed_at       timestamptz,
    primary key (contest_key, round_no)
);
create unique index countersign_round_open on countersign_round (contest_key) where closed_at is null;

create table countersignature (
    id              bigint generated always as identity primary key,
    contest_key     text not null,
    round_no        integer not null,
    department      text not null,
    decision        text not null check (decision in ('APPROVE', 'OBJECT', 'RETURN')),
    opinion         text not null,
    rows            jsonb not null default '[]',
    signed_by       bigint not null references account,
    signed_by_name  text not null,
    signed_at       timestamptz not null,
    unique (contest_key, round_no, department),
    foreign key (contest_key, round_no) references countersign_round
);

create table reconciliation (
    id          bigint generated always as identity primary key,
    contest_key text not null,
    round_no    integer not null,
    decision    text not null check (decision in ('SUBMITTED', 'AGAIN', 'RANKING')),
    opinion     text not null,
    decided_by  bigint not null references account,
    decided_by_name text not null,
    decided_at  timestamptz not null,
    foreign key (contest_key, round_no) references countersign_round
);
create index reconciliation_of_contest on reconciliation (contest_key, id);

create table final_decision (
    id              bigint generated always as identity primary key,
    contest_key     text not null references contest,
    ranking_version integer not null,
    decision        text not null check (decision in ('APPROVED', 'COUNTERSIGN', 'RANKING')),
    opinion         text not null,
    exceptions      jsonb not null default '[]',
    decided_by      bigint not null references account,
    decided_by_name text not null,
    decided_at      timestamptz not null
);
create index final_decision_of_contest on final_decision (contest_key, id);
