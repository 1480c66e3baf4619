-- 遴选各环节的办理时限, as each round has it; a step without a row has the default.

create table round_selection_days (
    round_code text not null references round,
    step       text not null,
    workdays   integer not null check (workdays between 1 and 60),
    primary key (round_code, step),
    check (step <> 'PUBLICITY' or workdays >= 5)
);
