-- Rounds, what each runs, and the moves of their windows. Rounds are never deleted.

create table round (
    code         text primary key check (code ~ '^20[0-9]{2}-[1-9][0-9]{0,3}$'),
    version      integer not null,
    title_zh     text not null,
    title_en     text not null,
    call_text_zh text not null,
    call_text_en text not null,
    opens_on     date not null,
    closes_on    date not null,
    state        text not null check (state in ('DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED')),
    check (state = 'DRAFT' or closes_on >= opens_on)
);

create table round_programme (
    round_code              text not null references round,
    programme_code          text not null,
    number                  integer not null check (number >= 0),
    applications_per_school integer not null check (applications_per_school > 0),
    school_sign_off_days    integer not null check (school_sign_off_days > 0),
    city_review_days        integer not null check (city_review_days > 0),
    formal_check_days       integer not null check (formal_check_days > 0),
    correction_days         integer not null check (correction_days > 0),
    primary key (round_code, programme_code)
);

-- No row means no limit.
create table city_quota (
    round_code     text not null,
    programme_code text not null,
    city_code      char(6) not null references region,
    quota          integer not null check (quota >= 0),
    primary key (round_code, programme_code, city_code),
    foreign key (round_code, programme_code) references round_programme
);

create table round_window_move (
    id         bigint generated always as identity primary key,
    round_code text not null references round,
    moved_at   timestamptz not null,
    moved_from date not null,
    moved_to   date not null check (moved_to > moved_from),
    reason     text not null
);
create index round_window_move_by_round on round_window_move (round_code);

create function refuse_deletion_of_round() returns trigger language plpgsql as $$
begin
    raise exception 'a % is never deleted', tg_table_name;
end $$;
create trigger round_is_never_deleted before delete on round
    for each row execute function refuse_deletion_of_round();
