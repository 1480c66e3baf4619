-- The record: lines that are only ever added, each with a hash over itself and the line before.

create table audit_line (
    number       bigint primary key,
    at           timestamptz not null,
    account_id   bigint,
    name         text not null,
    acting_for   text not null,
    address      text not null,
    action       text not null,
    subject_kind text not null,
    subject      text not null,
    -- json, not jsonb: keeps the text as it was hashed
    details      json not null,
    hash         char(64) not null
);
create index audit_line_by_subject on audit_line (subject_kind, subject, number);
create index audit_line_by_action on audit_line (action, number);
create index audit_line_by_name on audit_line (name, number);
create index audit_line_by_account on audit_line (account_id, number);
create index audit_line_by_time on audit_line (at, number);

-- One row: the last line's number and hash. Its lock puts the writers in a queue.
create table audit_head (
    single boolean primary key default true check (single),
    number bigint not null,
    hash   char(64) not null
);
insert into audit_head (number, hash) values (0, repeat('0', 64));

create function audit_line_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The record can only be added to: % on % refused', tg_op, tg_table_name;
end
$$;
create trigger audit_line_stays before update or delete or truncate on audit_line
    for each statement execute function audit_line_stays();
create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function audit_line_stays();
