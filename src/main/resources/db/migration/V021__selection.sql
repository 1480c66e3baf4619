-- 遴选: what a round's contests, experts, scores, rankings and lists stand on. Nothing here is deleted.

-- One for each competitive programme of a round, or for each of its tracks. The key is also the process's business key.
create table contest (
    key             text primary key,
    round_code      text not null references round,
    programme_code  text not null,
    track           text not null default '',
    places          integer not null check (places >= 0),
    state           text not null check (state in
                      ('DRAWING', 'INVITING', 'SCORING', 'DISCUSSION', 'RANKING', 'COUNTERSIGN', 'DECISION', 'DECIDED')),
    ranking_version integer not null default 0,
    opened_at       timestamptz not null,
    decided_at      timestamptz,
    unique (round_code, programme_code, track)
);

-- An application in its contest, with the version that is judged and the code that stands for it where names are hidden.
create table contest_entry (
    number      text primary key references project_application,
    contest_key text not null references contest,
    version     integer not null,
    blind_code  text not null,
    designated  boolean not null default false,
    unique (contest_key, blind_code)
);

-- 专家库. A person with a post as EXPERT; the employer is the organisation of that post.
create table expert (
    account_id      bigint primary key references account,
    organisation_id bigint not null references organisation,
    title           text not null default '',
    specialties     text[] not null default '{}',
    available_from  date,
    available_to    date,
    active          boolean not null default true,
    created_at      timestamptz not null
);
create index expert_by_specialty on expert using gin (specialties) where active;

-- 抽取: the seed and what was asked, from which anyone can repeat the order.
create table expert_draw (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    seed        text not null,
    panel_size  integer not null check (panel_size > 0),
    per_entry   integer not null check (per_entry > 0 and per_entry <= panel_size),
    conditions  jsonb not null,
    drawn_by    bigint not null references account,
    drawn_at    timestamptz not null,
    unique (contest_key)
);

-- The whole order of the draw: the first panel_size are asked, the others stand by.
create table expert_draw_row (
    draw_id    bigint not null references expert_draw,
    position   integer not null,
    account_id bigint not null references account,
    stratum    text not null,
    primary key (draw_id, position),
    unique (draw_id, account_id)
);

-- A seat of the panel; the first one leads. Its id is the part of the process's personal tasks.
create table expert_seat (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    position    integer not null,
    stratum     text not null,
    account_id  bigint references account,
    state       text not null check (state in ('INVITED', 'ACCEPTED', 'VACANT')),
    unique (contest_key, position)
);

create table expert_invitation (
    id          bigint generated always as identity primary key,
    seat_id     bigint not null references expert_seat,
    account_id  bigint not null references account,
    invited_at  timestamptz not null,
    answered_at timestamptz,
    answer      text check (answer in ('ACCEPTED', 'DECLINED', 'LAPSED')),
    reason      text not null default ''
);
create index expert_invitation_of_seat on expert_invitation (seat_id, id);

-- 回避: computed (employer, same city) or declared by the expert before she scores.
create table recusal (
    contest_key     text not null references contest,
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    ground          text not null check (ground in ('EMPLOYER', 'PARTNER', 'SAME_CITY', 'DECLARED')),
    noted_at        timestamptz not null,
    primary key (contest_key, account_id, organisation_id, ground)
);

-- Which seat scores which application, and what it gave. Scores are hundredths of a point.
create table score_sheet (
    id           bigint generated always as identity primary key,
    contest_key  text not null references contest,
    seat_id      bigint not null references expert_seat,
    number       text not null references contest_entry,
    state        text not null check (state in ('OPEN', 'SUBMITTED', 'LOCKED')),
    answers      jsonb not null default '{}',
    total        integer check (total between 0 and 10000),
    round_no     integer not null default 1,
    revision     integer not null default 0,
    saved_at     timestamptz,
    submitted_at timestamptz,
    unique (seat_id, number)
);
create index score_sheet_of_contest on score_sheet (contest_key, number);
create index score_sheet_of_seat on score_sheet (seat_id, state, number);

-- A computed ranking: each computation is a version and stays. Points are hundredths.
create table ranking (
    contest_key   text not null references contest,
    version       integer not null,
    rule_version  text not null,
    computed_at   timestamptz not null,
    confirmed_by  bigint references account,
    confirmed_at  timestamptz,
    primary key (contest_key, version)
);

create table ranking_row (
    contest_key  text not null,
    version      integer not null,
    number       text not null references contest_entry,
    rank         integer not null,
    points       integer not null,
    median       integer not null,
    spread       integer not null,
    scores       integer[] not null,
    dropped      integer[] not null default '{}',
    alarm        boolean not null default false,
    above_line   boolean not null,
    tie_break    text not null default '',
    primary key (contest_key, version, number),
    unique (contest_key, version, rank),
    foreign key (contest_key, version) references ranking
);

-- 拟入选与结果: what the leader decided, line by line; corrected only by an upheld objection.
create table contest_result (
    number      text primary key references contest_entry,
    contest_key text not null references contest,
    rank        integer not null,
    points      integer not null,
    selected    boolean not null,
    ground      text not null check (ground in ('RANK', 'DESIGNATED', 'EXCEPTION', 'BELOW_LINE', 'WITHDRAWN', 'OBJECTION')),
    reason      text not null default '',
    decided_at  timestamptz not null
);
create index contest_result_of_contest on contest_result (contest_key, rank);
