-- 专家库与抽取: imports into the pool, what a draw stood on, what became of each invitation.

-- 专业: the codes as they were given; specialties holds their categories, by which a draw is stratified.
alter table expert add column majors text[] not null default '{}';
create index expert_by_employer on expert (organisation_id);

-- An import from its preview on. Its rows go when it is done: then the pool holds them.
create table expert_import (
    id         bigint generated always as identity primary key,
    file_name  text not null,
    rows       jsonb not null,
    refused    integer not null,
    state      text not null check (state in ('PREVIEWED', 'DONE')),
    created_by bigint not null references account,
    created_at timestamptz not null,
    done_at    timestamptz
);

-- Which algorithm, and the checksums of what it was given and of what came out: the record has them too.
alter table expert_draw add column algorithm text not null;
alter table expert_draw add column pool_sha256 char(64) not null;
alter table expert_draw add column order_sha256 char(64) not null;

-- The pool as it was at the draw: who could be drawn, and on which grounds others could not.
create table expert_draw_candidate (
    draw_id         bigint not null references expert_draw,
    account_id      bigint not null references account,
    login           text not null,
    organisation_id bigint not null references organisation,
    city_code       char(6) not null,
    specialties     text[] not null,
    grounds         text[] not null,
    primary key (draw_id, account_id)
);

-- Nobody sits twice on one panel, whoever is asked at the same moment.
create unique index expert_seat_once on expert_seat (contest_key, account_id);
create index expert_seat_of_expert on expert_seat (account_id) where state in ('INVITED', 'ACCEPTED');

-- RECUSED: accepted, and declared an interest that bars her. Where she did not come by the draw, who named her and why.
alter table expert_invitation drop constraint expert_invitation_answer_check;
alter table expert_invitation add constraint expert_invitation_answer_check
    check (answer in ('ACCEPTED', 'DECLINED', 'LAPSED', 'RECUSED'));
alter table expert_invitation add column origin text not null default 'DRAWN'
    check (origin in ('DRAWN', 'REPLACEMENT', 'APPOINTED'));
alter table expert_invitation add column appointed_by bigint references account;
alter table expert_invitation add column appointed_because text not null default '';
create unique index expert_invitation_open on expert_invitation (seat_id) where answer is null;
