-- What people are told: in the portal, and by mail.

create table message (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account,
    template   text not null,
    arguments  jsonb not null,
    link       text not null,
    created_at timestamptz not null,
    read_at    timestamptz
);
create index message_by_account on message (account_id, id desc);
create index message_unread on message (account_id, id desc) where read_at is null;

create table mail_outbox (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account,
    address    text not null,
    language   text not null,
    template   text not null,
    arguments  jsonb not null,
    link       text not null,
    state      text not null check (state in ('WAITING', 'HANDED_OVER', 'SENT')),
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index mail_waiting on mail_outbox (id) where state = 'WAITING';
