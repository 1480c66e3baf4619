-- How and when people are told: preferences, quiet hours, one mail for many notices, robots of organisations, edited texts.

-- When the sender looks at a message; null when no mail is (any longer) to be made of it.
alter table message add column mail_at timestamptz;
create index message_mail_due on message (mail_at) where mail_at is not null;
create index message_mail_held on message (account_id, id) where mail_at is not null;

-- The bell counts bursts: kind and hour come from the index.
drop index message_unread;
create index message_unread on message (account_id, id desc) include (template, created_at) where read_at is null;

-- A person's choice for a kind of notice; without a row the kind's own.
create table notice_choice (
    account_id bigint not null references account,
    kind       text not null,
    choice     text not null check (choice in ('AT_ONCE', 'DIGEST', 'IN_APP')),
    primary key (account_id, kind)
);

-- Her quiet hours and the hour of her digest; without a row the usual ones. Quiet from and until alike means never.
create table notice_hours (
    account_id  bigint primary key references account,
    quiet_from  time not null,
    quiet_until time not null,
    digest_hour smallint not null check (digest_hour between 0 and 23)
);

-- A chat robot of an organisation, told of what its posts are told. Address and secret are sealed: both let write there.
create table webhook (
    id              bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    name            text not null check (length(name) between 1 and 60),
    host            text not null,
    address         text not null,
    secret          text not null,
    language        text not null,
    kinds           text[] not null,
    quiet_from      time not null,
    quiet_until     time not null,
    enabled         boolean not null,
    created_at      timestamptz not null
);
create index webhook_of_organisation on webhook (organisation_id) where enabled;

-- What a robot has to be told; gone as soon as it is in the outbox.
create table webhook_line (
    id         bigint generated always as identity primary key,
    webhook_id bigint not null references webhook,
    template   text not null,
    arguments  jsonb not null,
    link       text not null,
    created_at timestamptz not null,
    due_at     timestamptz not null
);
create index webhook_line_due on webhook_line (due_at);
create index webhook_line_of_webhook on webhook_line (webhook_id);

-- How the last attempts went.
create table webhook_result (
    id         bigint generated always as identity primary key,
    webhook_id bigint not null references webhook,
    outbox_id  bigint,
    outcome    text not null,
    status     integer,
    at         timestamptz not null
);
create index webhook_result_of_webhook on webhook_result (webhook_id, id desc);

-- One outbox for mails and robots.
alter table mail_outbox rename to outbox;
alter table outbox
    alter column account_id drop not null,
    drop constraint mail_outbox_state_check,
    add column channel text not null default 'MAIL' check (channel in ('MAIL', 'WEBHOOK')),
    add column form text not null default 'SINGLE' check (form in ('SINGLE', 'BURST', 'DIGEST')),
    add column kind text,
    add column webhook_id bigint references webhook,
    add constraint outbox_state_check check (state in ('WAITING', 'HANDED_OVER', 'SENT', 'DROPPED')),
    add constraint outbox_receiver check (case channel when 'MAIL' then account_id is not null else webhook_id is not null end);
drop index mail_waiting;
create index outbox_waiting on outbox (channel, id) where state = 'WAITING';
create index outbox_of_account on outbox (account_id, created_at) where account_id is not null;
create index outbox_of_webhook on outbox (webhook_id, created_at) where webhook_id is not null;

-- Texts that the administrator has changed: the newest version of a template holds. One without texts is the default again.
create table notice_template (
    template   text not null,
    version    integer not null,
    title_zh   text,
    text_zh    text,
    title_en   text,
    text_en    text,
    changed_by bigint not null references account,
    changed_at timestamptz not null,
    primary key (template, version),
    check (num_nulls(title_zh, text_zh, title_en, text_en) in (0, 4))
);
