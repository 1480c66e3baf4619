-- 公示与异议: each list as it was shown, and what was said against it.

create table publicity_list (
    round_code      text not null references round,
    version         integer not null,
    content         text not null,
    sha256          char(64) not null,
    displayed_from  timestamptz not null,
    displayed_until timestamptz not null,
    state           text not null check (state in ('DISPLAYED', 'SUPERSEDED', 'CONCLUDED')),
    concluded_at    timestamptz,
    primary key (round_code, version)
);
create unique index publicity_list_displayed on publicity_list (round_code) where state = 'DISPLAYED';

create function publicity_list_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.content <> old.content or new.sha256 <> old.sha256 then
        raise exception 'a list that was shown is never changed';
    end if;
    return new;
end $$;
create trigger publicity_list_is_frozen before update or delete on publicity_list
    for each row execute function publicity_list_stays();

-- The objector's own data are sealed; the receipt is known to the objector alone.
create table objection (
    key              text primary key,
    round_code       text not null,
    list_version     integer not null,
    running_number   integer not null,
    kind             text not null check (kind in ('PERSON', 'ORGANISATION', 'ANONYMOUS')),
    about            text not null default '',
    grounds          text not null,
    objector         text not null default '',
    file_sha256      char(64) references stored_file,
    file_name        text,
    receipt_hash     char(64) not null unique,
    state            text not null check (state in
                       ('RAISED', 'INVESTIGATION', 'ANSWERING', 'NOT_ACCEPTED', 'UPHELD', 'DISMISSED')),
    raised_at        timestamptz not null,
    acceptance       text not null default '',
    investigators    text[] not null default '{}',
    answer           text not null default '',
    corrections      jsonb not null default '[]',
    answered_at      timestamptz,
    told_at          timestamptz,
    unique (round_code, running_number),
    foreign key (round_code, list_version) references publicity_list
);
create index objection_of_round on objection (round_code, running_number desc);

create table objection_report (
    id            bigint generated always as identity primary key,
    objection_key text not null references objection,
    findings      text not null,
    proposal      text not null,
    reported_by   bigint not null references account,
    reported_by_name text not null,
    organisation_name text not null,
    reported_at   timestamptz not null
);
create index objection_report_of_objection on objection_report (objection_key, id);
