-- 评分与排序: withdrawn applications close their sheets, re-scoring keeps what was scored before, the leader opens the
-- discussion, and ties stay ties until an officer has decided them.

alter table score_sheet drop constraint score_sheet_state_check;
alter table score_sheet
    add constraint score_sheet_state_check check (state in ('OPEN', 'SUBMITTED', 'LOCKED', 'CLOSED'));

-- 复评: asked by the panel's leader or by the province, with a reason.
create table rescoring (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    step        text not null check (step in ('DISCUSSION', 'RANKING')),
    reason      text not null,
    asked_by    bigint not null references account,
    asked_at    timestamptz not null
);
create index rescoring_of_contest on rescoring (contest_key, id);

-- What a sheet said in a round of scoring that was followed by another.
create table score_sheet_round (
    sheet_id     bigint not null references score_sheet,
    round_no     integer not null,
    answers      jsonb not null,
    total        integer not null check (total between 0 and 10000),
    submitted_at timestamptz not null,
    rescoring_id bigint not null references rescoring,
    primary key (sheet_id, round_no)
);

-- 合议: while one is open, the panel sees each other's scores.
create table score_discussion (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    opened_by   bigint not null references account,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create unique index score_discussion_open on score_discussion (contest_key) where closed_at is null;

-- What the leader wrote when she ended the discussion, or asked for another scoring.
create table score_report (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    outcome     text not null check (outcome in ('FINISHED', 'RESCORE')),
    summary     text not null,
    written_by  bigint not null references account,
    written_at  timestamptz not null
);
create index score_report_of_contest on score_report (contest_key, id);

alter table ranking
    add column places integer not null default 0,
    add column opinion text not null default '',
    add column confirmed_by_name text not null default '';

-- Equal in everything that counts: they share a rank until an officer has said who is first.
alter table ranking_row drop constraint ranking_row_contest_key_version_rank_key;
alter table ranking_row
    add column method text not null default 'MEAN' check (method in ('MEAN', 'TRIMMED_MEAN', 'NONE')),
    add constraint ranking_row_tie_break_check
        check (tie_break in ('', 'MEDIAN', 'SPREAD', 'DECISION', 'SHARED', 'OPEN'));
create index ranking_row_in_order on ranking_row (contest_key, version, rank, number);

-- Who of those with equal figures comes first, as an officer decided it; the latest that names them all holds.
create table tie_decision (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    numbers     text[] not null,
    reason      text not null,
    decided_by  bigint not null references account,
    decided_at  timestamptz not null
);
create index tie_decision_of_contest on tie_decision (contest_key, id);
