-- Regions, organisations, accounts and the posts that accounts hold.

create table region (
    code        char(6) primary key,
    name        text not null,
    level       text not null check (level in ('province', 'city', 'county')),
    parent_code char(6) references region
);

create table organisation (
    id                 bigint generated always as identity primary key,
    kind               text not null,
    name               text not null,
    region_code        char(6) not null references region,
    city_code          char(6) not null references region,
    school_code        char(10) unique,
    social_credit_code char(18) unique,
    supervised_by      bigint references organisation,
    privately_run      boolean not null default false,
    demonstration      boolean not null default false,
    unique (name)
);
create index organisation_by_city on organisation (city_code, kind);

create table account (
    id                   bigint generated always as identity primary key,
    login                text not null,
    name                 text not null,
    email                text,
    password_hash        text not null,
    must_change_password boolean not null default true,
    enabled              boolean not null default true,
    failed_sign_ins      integer not null default 0,
    locked_until         timestamptz,
    language             text not null default 'zh-CN',
    created_at           timestamptz not null
);
create unique index account_login on account (lower(login));

create table post (
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    role            text not null,
    primary key (account_id, organisation_id, role)
);
create index post_by_organisation on post (organisation_id, role);

create table api_token (
    id           bigint generated always as identity primary key,
    account_id   bigint not null references account,
    organisation_id bigint not null references organisation,
    name         text not null,
    token_hash   char(64) not null unique,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_by_account on api_token (account_id);

create table setup_link (
    token_hash char(64) primary key,
    created_at timestamptz not null,
    used_at    timestamptz
);
