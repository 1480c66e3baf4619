-- A task knows when whoever holds it is to be reminded, and when that was done: one sweep finds what is due.

alter table inbox_task add column remind_at timestamptz;
alter table inbox_task add column reminded_at timestamptz;

-- What is overdue is found by inbox_task_overdue, which holds open tasks alone: those already reported are few.
create index inbox_task_to_remind on inbox_task (remind_at)
    where state = 'OPEN' and remind_at is not null and reminded_at is null;
