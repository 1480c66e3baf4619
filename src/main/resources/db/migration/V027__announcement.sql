-- 公布: document numbers are given once and without gaps: the counter moves in the transaction that issues the document.

create table document_number (
    issuer text not null,
    year   integer not null,
    last   integer not null check (last > 0),
    primary key (issuer, year)
);

create table announcement (
    round_code     text primary key references round,
    list_version   integer not null,
    issuer         text not null,
    year           integer not null,
    number         integer not null,
    title          text not null,
    issued_on      date not null,
    issued_by      bigint not null references account,
    issued_by_name text not null,
    issued_at      timestamptz not null,
    unique (issuer, year, number),
    foreign key (round_code, list_version) references publicity_list
);
create index contest_result_selected on contest_result (contest_key, rank, number) where selected;
