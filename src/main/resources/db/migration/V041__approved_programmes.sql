-- For which programmes a school has been approved is asked at each beginning and each submission.
create index project_application_approved on project_application (organisation_id, programme_code)
    where status = 'APPROVED';
