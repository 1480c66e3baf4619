-- Writes what a transaction tells, in the order in which it was told: to people, to whoever holds the posts, to whoever
-- stands in for one of them at that place (代理), who reads for whom and is told once, and to the robots of the posts' organisations. As a function with a generic
-- plan it is planned once for each connection; planning takes as long again as writing.
--
-- Of a notice that is not open to applicants, people who are applicants and nothing else hear only if the step is their own.

create function tell(notices jsonb, applicants text[], covered text[], today date, now timestamptz, settled timestamptz,
        mail boolean) returns void
    language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
    with notice as (
        select * from rows from (jsonb_to_recordset(notices) as (template text, arguments jsonb, link text, kind text,
            open boolean, place bigint, own_step bigint, people bigint[], organisations bigint[], roles text[]))
          with ordinality as its (template, arguments, link, kind, open, place, own_step, people, organisations, roles, n)
    ), robot as (
        insert into webhook_line (webhook_id, template, arguments, link, created_at, due_at)
        select w.id, notice.template, notice.arguments, notice.link, now, settled
        from notice join webhook w on w.organisation_id = any(notice.organisations)
        where w.enabled and notice.kind = any(w.kinds)
        order by notice.n, w.id
    ), told as (
        select notice.n, a.id, a.email, notice.place
        from notice cross join unnest(notice.people) as person (id) join account a using (id)
        where a.enabled and (notice.open
            or not exists (select from post p where p.account_id = a.id and p.role = any(applicants))
            or exists (select from post p where p.account_id = a.id
                and (p.role <> all(applicants) or p.organisation_id = notice.own_step)))
        union all
        select notice.n, a.id, a.email, case when p.role = any(covered) then p.organisation_id end
        from notice cross join unnest(notice.organisations, notice.roles) as asked (organisation_id, role)
          join post p using (organisation_id, role) join account a on a.id = p.account_id
        where a.enabled
    ), reader as (
        select n, id, email, null as stands_in_for from told
        union all
        select told.n, a.id, a.email, principal.name from told
          join deputy d on d.principal_id = told.id and d.organisation_id = told.place
            and d.revoked_at is null and today between d.first_day and d.last_day
          join account a on a.id = d.deputy_id and a.enabled
          join account principal on principal.id = d.principal_id
    )
    insert into message (account_id, template, arguments, link, created_at, mail_at)
    select distinct on (n, reader.id) reader.id, template,
        case when stands_in_for is null then arguments
            else arguments || jsonb_build_object('standsInFor', stands_in_for) end,
        link, now, case when mail and email <> '' then settled end
    from reader join notice using (n) order by n, reader.id, stands_in_for nulls first;
end
$$;
