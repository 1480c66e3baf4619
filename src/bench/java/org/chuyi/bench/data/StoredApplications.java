package org.chuyi.bench.data;

import static java.util.stream.Collectors.toSet;
import static org.chuyi.bench.data.RowCopies.Rows.of;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.chuyi.audit.CopiedLines;
import org.chuyi.bench.data.RowCopies.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Thousands of applications made from the demonstration's, which the program has walked to every state: each is copied
 * with everything that belongs to it (instance, timers, rights, inbox, draft, versions, materials, decisions, messages,
 * record) for other schools of its kind in all cities, in the hands of those schools' own cities. The same number gives
 * the same data.
 */
public final class StoredApplications {

    /** How many of a hundred are in which state, by and large those of a round's busiest weeks. */
    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("CITY_REVIEW", 30),
            Map.entry("FORMAL_CHECK", 18),
            Map.entry("APPROVED", 16),
            Map.entry("RETURNED", 6),
            Map.entry("DRAFT", 6),
            Map.entry("SCHOOL_SIGN_OFF", 5),
            Map.entry("REFUSED", 5),
            Map.entry("NOT_RECOMMENDED", 5),
            Map.entry("EXPIRED", 4),
            Map.entry("WITHDRAWN", 3),
            Map.entry("PARTNER_CONFIRMATION", 2));

    private static final String STAGING = "bench.copy";
    private static final String ORGANISATION = """
            case src.organisation_id when c.school then c.to_school when c.office then c.to_office
            else src.organisation_id end""";
    private static final String GROUP = """
            case split_part(src.group_id_, '.', 2) when c.school::text then
             split_part(src.group_id_, '.', 1) || '.' || c.to_school
            when c.office::text then split_part(src.group_id_, '.', 1) || '.' || c.to_office else src.group_id_ end""";
    private static final String OF_NUMBER = "c.template = src.number";
    private static final String OF_INSTANCE = "c.instance = src.proc_inst_id_";
    private static final String OF_TASK = "c.instance = task.proc_inst_id_";

    private final DataSource source;
    private final JdbcClient database;

    public StoredApplications(DriverManagerDataSource source) {
        this.source = source;
        this.database = JdbcClient.create(source);
    }

    /** @return how many are stored now: as many as wanted */
    public int fillUpTo(int wanted) throws SQLException {
        Awaitility.await().atMost(java.time.Duration.ofMinutes(1)).until(this::everyStateIsThere);
        stage(wanted);
        copyStaged();
        return database.sql("select count(*) from project_application")
                .query(Integer.class)
                .single();
    }

    /** @param from how many copies of it there are already */
    public void multiply(String number, int from, int copies) throws SQLException {
        createStaging();
        stage(number, from, copies);
        copyStaged();
    }

    private void copyStaged() throws SQLException {
        var copies = new RowCopies(database, STAGING);
        Stream.of(cases(), applications(), reviews(), instances(), history())
                .flatMap(List::stream)
                .forEach(copies::copy);
        CopiedLines.write(source, "select template, number from " + STAGING);
        database.sql("drop schema bench cascade").update();
        database.sql("analyze").update();
    }

    private boolean everyStateIsThere() {
        return templates().stream().map(Template::status).collect(toSet()).equals(SHARES.keySet());
    }

    private record Template(String number, String status) {}

    /** The demonstration's round that everybody files in; its selections have rounds of their own. */
    private List<Template> templates() {
        return database.sql("""
                        select number, status from project_application
                        where round_code = (select round_code from project_application order by created_at, number limit 1)
                        order by number""").query(Template.class).list();
    }

    private void createStaging() {
        database.sql("create schema bench").update();
        database.sql("""
                        create table bench.copy (
                          template text, instance text, school bigint, school_name text, office bigint,
                          number text, ending text, to_school bigint, to_school_name text, to_city text, to_office bigint,
                          slot integer, distance interval)""").update();
    }

    private void stage(int wanted) {
        createStaging();
        var templates = templates();
        int missing = wanted
                - database.sql("select count(*) from project_application")
                        .query(Integer.class)
                        .single();
        int made = 0;
        for (int i = 0; i < templates.size(); i++) {
            var template = templates.get(i);
            long alike = templates.stream()
                    .filter(each -> each.status().equals(template.status()))
                    .count();
            boolean isLast = i == templates.size() - 1;
            int count = isLast ? missing - made : (int) (missing * SHARES.get(template.status()) / 100 / alike);
            stage(template.number(), made, count);
            made += count;
        }
    }

    /** The schools of the template's kind in turn; its office is the one that has reviewed it or is to. */
    private void stage(String template, int from, int count) {
        database.sql("""
                        insert into bench.copy
                        with template as (
                          select a.number, k.process_instance_id as instance, s.id as school, s.name, s.kind,
                            (select min(t.organisation_id) from inbox_task t
                             where t.business_key = a.number and t.role = 'REVIEWER') as office
                          from project_application a join inbox_case k on k.business_key = a.number
                          join organisation s on s.id = a.organisation_id where a.number = :template),
                        schools as (
                          select o.*, row_number() over (order by md5(o.id::text)) - 1 as place, count(*) over () as number
                          from organisation o, template where o.kind = template.kind)
                        select template.number, template.instance, template.school, template.name, template.office,
                          left(template.number, 10) || (10000 + n), '_' || lpad(to_hex(n), 5, '0'), schools.id, schools.name,
                          schools.city_code,
                          (select other.id from organisation other join organisation office on office.id = template.office
                           where other.kind = office.kind and other.city_code = schools.city_code),
                          n + 100, interval '1 minute' * (('x' || left(md5(n::text), 6))::bit(24)::integer % 28800)
                        from template, generate_series(cast(:first as integer), cast(:last as integer)) n
                        join schools on schools.place = n % (select max(number) from schools)""")
                .param("template", template)
                .param("first", from)
                .param("last", from + count - 1)
                .update();
    }

    private static List<Rows> cases() {
        String ofCase = "c.template = src.business_key";
        String title = "replace(src.title, c.school_name, c.to_school_name)";
        return List.of(
                of("inbox_case")
                        .where(ofCase)
                        .set("business_key", "c.number")
                        .set("title", title)
                        .set("organisation_id", "c.to_school")
                        .set("city_code", "c.to_city")
                        .renamed("process_instance_id")
                        .earlier("started_at", "ended_at"),
                of("inbox_task")
                        .where(ofCase)
                        .set("business_key", "c.number")
                        .set("title", title)
                        .set("applicant_id", "c.to_school")
                        .set("city_code", "c.to_city")
                        .set("organisation_id", ORGANISATION)
                        .renamed("task_id", "process_instance_id")
                        .earlier("created_at", "due_at", "completed_at"),
                of("completed_request")
                        .through("join inbox_task task on task.task_id = src.task_id")
                        .where("c.template = task.business_key")
                        .renamed("request_key", "task_id")
                        .earlier("created_at"),
                of("inbox_copy").where(ofCase).set("business_key", "c.number").earlier("copied_at"));
    }

    private static List<Rows> applications() {
        return List.of(
                of("project_application")
                        .where(OF_NUMBER)
                        .set("number", "c.number")
                        .set("organisation_id", "c.to_school")
                        .set("city_code", "c.to_city")
                        .set("slot", "c.slot")
                        .earlier("created_at", "submitted_at", "decided_at", "status_since"),
                of("application_draft").where(OF_NUMBER).set("number", "c.number"),
                of("application_version").where(OF_NUMBER).set("number", "c.number"),
                of("partner_confirmation").where(OF_NUMBER).set("number", "c.number"),
                of("attachment").where(OF_NUMBER).set("number", "c.number"),
                of("message")
                        .where("c.template = src.arguments ->> 'number'")
                        .set("arguments", "jsonb_set(src.arguments, '{number}', to_jsonb(c.number))")
                        .set("link", """
                                case when src.link like '/tasks/%' then left(src.link, -6) || c.ending
                                else replace(src.link, c.template, c.number) end""")
                        .earlier("created_at"));
    }

    private static List<Rows> reviews() {
        return List.of(
                of("review_decision").where(OF_NUMBER).set("number", "c.number").set("organisation_id", ORGANISATION),
                of("correction_request")
                        .where(OF_NUMBER)
                        .set("number", "c.number")
                        .set("decision_id", """
                                (select copied.id from review_decision copied
                                 join review_decision original on original.id = src.decision_id
                                 where copied.number = c.number and copied.step = original.step
                                   and copied.version = original.version)"""));
    }

    private static List<Rows> instances() {
        String throughTask = "join act_ru_task task on task.id_ = src.";
        return List.of(
                of("act_ru_execution")
                        .where(OF_INSTANCE)
                        .set("business_key_", "case when src.business_key_ is not null then c.number end")
                        .renamed("id_", "root_proc_inst_id_", "proc_inst_id_", "parent_id_", "act_inst_id_"),
                of("act_ru_task").where(OF_INSTANCE).renamed("id_", "execution_id_", "proc_inst_id_"),
                of("act_ru_identitylink")
                        .through(throughTask + "task_id_")
                        .where(OF_TASK)
                        .set("group_id_", GROUP)
                        .renamed("id_", "task_id_"),
                of("act_ru_authorization")
                        .through(throughTask + "resource_id_")
                        .where(OF_TASK)
                        .set("group_id_", GROUP)
                        .renamed("id_", "resource_id_"),
                of("act_ru_variable")
                        .where(OF_INSTANCE)
                        .renamed("id_", "execution_id_", "proc_inst_id_", "task_id_", "var_scope_"),
                of("act_ru_event_subscr").where(OF_INSTANCE).renamed("id_", "execution_id_", "proc_inst_id_"),
                of("act_ru_job")
                        .where("c.instance = src.process_instance_id_")
                        .renamed("id_", "execution_id_", "root_proc_inst_id_", "process_instance_id_"));
    }

    private static List<Rows> history() {
        return List.of(
                of("act_hi_procinst")
                        .where(OF_INSTANCE)
                        .set("business_key_", "c.number")
                        .renamed("id_", "proc_inst_id_", "root_proc_inst_id_"),
                of("act_hi_actinst")
                        .where(OF_INSTANCE)
                        .renamed(
                                "id_",
                                "parent_act_inst_id_",
                                "root_proc_inst_id_",
                                "proc_inst_id_",
                                "execution_id_",
                                "task_id_"),
                of("passed_steps").where("c.instance = src.process_instance_id").renamed("process_instance_id"));
    }
}
