-- Passwords that an account has had, the present one among them, so that the last five are not used again.
create table password_history (
    account_id    bigint not null references account,
    set_at        timestamptz not null,
    password_hash text not null,
    id            bigint generated always as identity primary key
);
create index password_history_by_account on password_history (account_id, id desc);

alter table account add column last_signed_in_at timestamptz;

-- Logins are kept in lower case, so that the list pages by the unique index.
alter table account add constraint account_login_lower_case check (login = lower(login));
create unique index account_by_login on account (login);
