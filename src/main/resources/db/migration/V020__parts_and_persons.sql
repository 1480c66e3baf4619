-- Tasks of a part of a case (an expert's seat), and tasks of one person alone. Rounds choose which programmes compete.

alter table inbox_task add column part text not null default '';
alter table inbox_task add column personal boolean not null default false;

alter table round_programme add column competitive boolean not null default false;
