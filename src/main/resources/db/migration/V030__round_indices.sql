-- A round of thousands: what its pages count, and which of its applications are still to be told.

create index project_application_of_round
    on project_application (round_code, status, city_code) include (submitted_at);
drop index score_sheet_of_contest;
create index score_sheet_of_contest on score_sheet (contest_key, number) include (state);
create index inbox_case_open on inbox_case (occasion, business_key) where ended_at is null;
