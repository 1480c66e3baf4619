package org.chuyi.bench.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open city reviews of 14 cities in the product's inbox, written in bulk: each of a school of its city, one in a hundred
 * overdue. The same number gives the same rows; more are added to those that are there.
 */
final class OpenTaskRows {

    private static final String ROWS = """
            with bureau as (
              select id, city_code, row_number() over (order by city_code) - 1 as place from organisation
              where kind = 'CITY_EDUCATION_BUREAU'),
            school as (
              select id, name, city_code, row_number() over (partition by city_code order by id) - 1 as place,
                count(*) over (partition by city_code) as number
              from organisation where kind = 'SECONDARY_SCHOOL'),
            rows as (
              select 'bench-' || n as key, bureau.id as bureau, school.id as school, bureau.city_code as city,
                '楚怡优秀中职学校 · ' || school.name as title,
                timestamptz '2026-03-02 09:00+08' + interval '1 second' * (('x' || left(md5(n::text), 6))::bit(24)::integer % 2592000)
                  as created,
                n
              from generate_series(cast(:first as integer), cast(:last as integer)) n
                join bureau on bureau.place = n % (select count(*) from bureau)
                join school on school.city_code = bureau.city_code and school.place = (n / 14) % school.number)
            """;

    private final JdbcClient database;
    private int stored;

    OpenTaskRows(JdbcClient database) {
        this.database = database;
        database.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        select 'SECONDARY_SCHOOL', '测量中职-' || city_code || '-' || n, city_code, city_code
                        from organisation, generate_series(1, 100) n where kind = 'CITY_EDUCATION_BUREAU'""").update();
    }

    void fillUpTo(int number) {
        write(ROWS + """
                insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id, city_code,
                  started_at)
                select key, 'schoolApplication', title, 'secondary-school', '2026-1', school, city, created from rows""", number);
        write(ROWS + """
                insert into inbox_task (task_id, task_key, process_key, process_definition_id, process_instance_id,
                  form_key, business_key, title, category, occasion, applicant_id, city_code, organisation_id, role, state,
                  created_at, due_at)
                select key, 'cityReview', 'schoolApplication', 'bench', key, 'city-review', key, title,
                  'secondary-school', '2026-1', school, city, bureau, 'REVIEWER', 'OPEN', created,
                  created + case when n % 100 = 7 then interval '-60 days' else interval '600 days' end
                from rows""", number);
        stored = number;
        database.sql("vacuum analyze inbox_case, inbox_task, inbox_words, inbox_count")
                .update();
    }

    private void write(String sql, int number) {
        database.sql(sql).param("first", stored + 1).param("last", number).update();
    }
}
