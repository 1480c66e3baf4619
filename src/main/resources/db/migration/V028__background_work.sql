-- 后台作业: long work that people ask for and watch; each row is driven by its own background-work process.

create table background_work (
    id            bigint generated always as identity primary key,
    kind          text not null,
    arguments     jsonb not null,
    requested_by  bigint not null references account,
    requested_for bigint not null references organisation,
    language      text not null,
    requested_at  timestamptz not null,
    state         text not null check (state in ('WAITING', 'RUNNING', 'FINISHED', 'FAILED')),
    total         integer not null default 0 check (total >= 0),
    done          integer not null default 0 check (done >= 0),
    position      text not null default '',
    message       text not null default '',
    finished_at   timestamptz
);
create index background_work_of_person on background_work (requested_by, requested_for, id desc);

-- Pressed twice, asked once.
create unique index background_work_once
    on background_work (requested_by, requested_for, kind, language, md5(arguments::text))
    where state in ('WAITING', 'RUNNING');

-- What an export has gathered, slice by slice; goes when the file is made.
create table background_work_rows (
    work_id  bigint not null references background_work,
    position integer not null,
    rows     jsonb not null,
    primary key (work_id, position)
);

-- The result, until its time is over. Name, size and checksum stay.
create table background_work_file (
    work_id    bigint primary key references background_work,
    name       text not null,
    media_type text not null,
    size       bigint not null,
    sha256     char(64) not null,
    kept_until timestamptz not null,
    content    bytea
);

-- What an officer asked of a draw, until the draw is made or found to be impossible by then.
create table expert_draw_request (
    id          bigint generated always as identity primary key,
    contest_key text not null references contest,
    panel_size  integer not null check (panel_size > 0),
    per_entry   integer not null check (per_entry > 0 and per_entry <= panel_size),
    shares      text not null check (shares in ('applications', 'equal')),
    asked_by    bigint not null references account,
    asked_at    timestamptz not null,
    state       text not null check (state in ('ASKED', 'DRAWN', 'POOL_SHORT'))
);
create unique index expert_draw_request_open on expert_draw_request (contest_key) where state = 'ASKED';
