-- 推荐名单: what each recommending body ranks and lists in a round, within its city's quota. Nothing is deleted.

-- One for each bureau or authority of a round. The key is also the process's business key.
create table recommendation_list (
    key             text primary key,
    round_code      text not null references round,
    organisation_id bigint not null references organisation,
    city_code       char(6) not null references region,
    state           text not null check (state in ('DRAFT', 'SEALED', 'ACCEPTED')),
    revision        integer not null default 0,
    opened_at       timestamptz not null,
    changed_at      timestamptz,
    changed_by_name text not null default '',
    sealed_at       timestamptz,
    sealed_by       bigint references account,
    sealed_by_name  text not null default '',
    accepted_at     timestamptz,
    returned_at     timestamptz,
    return_reason   text not null default '',
    unique (round_code, organisation_id),
    check (state = 'DRAFT' or (sealed_at is not null and sealed_by is not null))
);

-- An application on its body's list: ranked within its programme, the listed ones first. Without a rank it has dropped out.
create table recommendation (
    number         text primary key references project_application,
    list_key       text not null references recommendation_list,
    programme_code text not null,
    rank           integer check (rank > 0),
    listed         boolean not null default false,
    uses_quota     boolean not null default true,
    check (rank is not null or not listed),
    unique (list_key, programme_code, rank) deferrable initially deferred
);

-- How many places of a city's quota are taken, by all bodies of the city together: the limit holds here.
create table recommendation_quota (
    round_code     text not null references round,
    programme_code text not null,
    city_code      char(6) not null references region,
    quota          integer check (quota >= 0),
    exactly        boolean not null default false,
    listed         integer not null default 0 check (listed >= 0),
    primary key (round_code, programme_code, city_code),
    constraint within_quota check (quota is null or listed <= quota)
);
