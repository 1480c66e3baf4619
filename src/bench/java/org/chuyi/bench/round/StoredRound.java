package org.chuyi.bench.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Region;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A round of all programmes on the last day of its window. Its rows are written in bulk; every application has an
 * instance of its own, started by the engine where it waits: a tenth is still being filled in, what files directly lies at
 * the formal check, the others have their city's consent and wait for its list. Schools of all cities file, each with its
 * clerk and its leader.
 */
final class StoredRound {

    private static final Map<String, String> KINDS = Map.of(
            "think-tank", "RESEARCH_INSTITUTE",
            "vocational-university", "VOCATIONAL_UNIVERSITY",
            "higher-college", "HIGHER_COLLEGE",
            "double-high", "HIGHER_COLLEGE",
            "technician-college", "TECHNICIAN_COLLEGE");

    private final JdbcClient database;
    private final RuntimeService engine;
    private final Regions regions;
    private final Accounts accounts;
    private final Walk walk;
    private final ObjectMapper json;
    private final Batches batches;
    private final EngineTime time;
    private final Round round;
    private final int series;

    private StoredRound(ApplicationContext beans, EngineTime time, Round round, int series) {
        this.database = beans.getBean(JdbcClient.class);
        this.engine = beans.getBean(RuntimeService.class);
        this.regions = beans.getBean(Regions.class);
        this.accounts = beans.getBean(Accounts.class);
        this.walk = beans.getBean(Walk.class);
        this.json = beans.getBean(ObjectMapper.class);
        this.batches = new Batches(beans.getBean(PlatformTransactionManager.class));
        this.time = time;
        this.round = round;
        this.series = series;
    }

    /** @param series another number for each round of a database */
    static Round of(ApplicationContext beans, EngineTime time, int applications, int series) {
        var packs = List.copyOf(beans.getBean(PolicyPacks.class).all());
        var round = beans.getBean(TestRounds.class)
                .published(
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-31"),
                        packs.stream()
                                .map(pack -> competing(pack, applications / packs.size()))
                                .toList());
        time.settle();
        var stored = new StoredRound(beans, time, round, series);
        stored.fill(packs, applications);
        return round;
    }

    /** About a third of those who apply can be selected. */
    private static RoundProgramme competing(Programme pack, int applications) {
        return new RoundProgramme(
                pack.code(),
                Math.max(1, applications / 3),
                pack.applicationsPerSchool(),
                true,
                Map.of(),
                pack.workdays());
    }

    private void fill(List<Programme> packs, int applications) {
        schools(1 + applications / packs.size());
        for (int at = 0; at < packs.size(); at++) {
            int count = applications / packs.size() + (at < applications % packs.size() ? 1 : 0);
            applications(packs.get(at), count);
            instances(packs.get(at));
        }
        List.of(
                        "update inbox_case k set process_instance_id = e.id_, process_definition_id = e.proc_def_id_"
                                + " from act_ru_execution e where e.business_key_ = k.business_key"
                                + " and k.occasion = :round and k.process_key = 'schoolApplication'",
                        """
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, business_key, title, category, occasion, applicant_id, city_code,
                          organisation_id, role, state, created_at, completed_at, outcome)
                        select 'reviewed-' || k.business_key, 'cityReview', k.process_key, k.process_definition_id,
                          k.process_instance_id, k.business_key, k.title, k.category, k.occasion, k.organisation_id,
                          k.city_code, office.id, 'REVIEWER', 'DONE', a.created_at, a.created_at, 'recommended'
                        from inbox_case k join project_application a on a.number = k.business_key
                          join organisation office on office.city_code = a.city_code
                            and office.kind = case a.programme_code when 'technician-college' then 'CITY_HR_BUREAU'
                              else 'CITY_EDUCATION_BUREAU' end
                        where k.occasion = :round and a.status = 'RECOMMENDATION'""")
                .forEach(sql ->
                        database.sql(sql).param("round", round.code().value()).update());
        database.sql("drop schema bench cascade").update();
        database.sql("analyze").update();
    }

    private void schools(int ofEachKind) {
        database.sql("create schema bench").update();
        database.sql("create table bench.school (id bigint, kind text, place integer, city_code char(6), clerk bigint)")
                .update();
        String[] cities = regions.cities().stream()
                .map(Region::code)
                .map(Object::toString)
                .toArray(String[]::new);
        for (String kind : List.of(
                "SECONDARY_SCHOOL",
                "TECHNICIAN_COLLEGE",
                "HIGHER_COLLEGE",
                "VOCATIONAL_UNIVERSITY",
                "RESEARCH_INSTITUTE")) {
            database.sql("""
                            with made as (
                              insert into organisation (kind, name, region_code, city_code)
                              select :kind, '测量学校' || :series || '-' || left(:kind, 1) || '-' || n, city, city
                              from generate_series(0, cast(:last as integer)) n,
                                lateral (select (cast(:cities as text[]))[1 + n % :number] as city) c
                              returning id, city_code)
                            insert into bench.school select id, :kind, row_number() over (order by id) - 1, city_code
                            from made""")
                    .param("kind", kind)
                    .param("series", series)
                    .param("last", ofEachKind - 1)
                    .param("cities", cities)
                    .param("number", cities.length)
                    .update();
        }
        people("APPLICANT", "clerk");
        people("SCHOOL_LEADER", "leader");
        database.sql("""
                        update bench.school s set clerk = p.account_id from post p
                        where p.organisation_id = s.id and p.role = 'APPLICANT'""").update();
    }

    private void people(String role, String name) {
        database.sql("""
                        with made as (
                          insert into account (login, name, email, password_hash, created_at)
                          select :name || id, '测量人员', :name || id || '@example.org', '-', now() from bench.school
                          returning id, login)
                        insert into post (account_id, organisation_id, role)
                        select made.id, s.id, :role from made join bench.school s on made.login = :name || s.id""").param("name", name).param("role", role).update();
    }

    private void applications(Programme programme, int count) {
        String kind = kindOf(programme);
        database.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                          status, filing_due_at, current_version, created_by, created_at, submitted_at, status_since)
                        select 'CY2026-' || :code || '-' || (10000 * :series + s.place), :round, :programme, s.id,
                          s.city_code, case when draft then 'DRAFT' when :direct then 'SCHOOL_SIGN_OFF'
                            else 'RECOMMENDATION' end,
                          :due, case when draft then 0 else 1 end, s.clerk, :now, case when not draft then cast(:now as timestamptz) end, :now
                        from bench.school s, lateral (select s.place % 10 = 3 as draft) d
                        where s.kind = :kind and s.place < :count""")
                .param("code", programme.shortCode())
                .param("series", series)
                .param("round", round.code().value())
                .param("programme", programme.code().value())
                .param("direct", isDirect(programme))
                .param("due", Timestamp.from(round.window().closesAt()))
                .param("now", Timestamp.from(time.now()))
                .param("kind", kind)
                .param("count", count)
                .update();
        String content = content(programme, kind);
        String ofProgramme =
                " from project_application a where a.round_code = :round and a.programme_code = :programme";
        database.sql("""
                        with versions as (
                          insert into application_version (number, version, content, materials, sha256, signed_by, signed_at)
                          select a.number, 1, cast(:content as jsonb), '[]', repeat('a', 64), a.created_by, cast(:now as timestamptz)
                        """ + ofProgramme + """
                         and a.status <> 'DRAFT'),
                        drafts as (
                          insert into application_draft (number, content, revision, saved_at, saved_by)
                          select a.number, cast(:content as jsonb), 1, cast(:now as timestamptz), a.created_by
                        """ + ofProgramme + """
                        )
                        insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id,
                          city_code, started_by, started_at)
                        select a.number, 'schoolApplication', :title, a.programme_code, a.round_code, a.organisation_id,
                          a.city_code, a.created_by, cast(:now as timestamptz)
                        """ + ofProgramme)
                .param("content", content)
                .param("now", Timestamp.from(time.now()))
                .param("round", round.code().value())
                .param("programme", programme.code().value())
                .param("title", programme.names().zh() + " · 测量学校")
                .update();
    }

    private String content(Programme programme, String kind) {
        record Clerk(long clerk, long id) {}
        var clerk = database.sql("select clerk, id from bench.school where kind = :kind and place = 0")
                .param("kind", kind)
                .query(Clerk.class)
                .single();
        Actor applicant = accounts.actor(new AccountId(clerk.clerk()), new OrganisationId(clerk.id()))
                .orElseThrow();
        try {
            return json.writeValueAsString(walk.answers(programme.code().value(), applicant));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Waiting(String number, String status) {
        String place() {
            return switch (status) {
                case "DRAFT" -> "filing";
                case "SCHOOL_SIGN_OFF" -> "formalCheck";
                default -> "awaitRecommendation";
            };
        }
    }

    private void instances(Programme programme) {
        var waiting = database.sql("""
                        select number, status from project_application
                        where round_code = :round and programme_code = :programme order by number""")
                .param("round", round.code().value())
                .param("programme", programme.code().value())
                .query(Waiting.class)
                .list();
        Map<String, Object> variables = Map.of(
                "applicationForm",
                "application-" + programme.code().value(),
                "programmeRoute",
                programme.route().name(),
                "applicantKind",
                kindOf(programme),
                "supervised",
                false,
                SchoolApplicationProcess.COMPETITION,
                "selection",
                SchoolApplicationProcess.RETURNED_BY,
                "none",
                SchoolApplicationProcess.PROVINCIAL_DEPARTMENT,
                programme.code().value().equals("technician-college") ? "HUMAN_RESOURCES" : "EDUCATION",
                "formalCheckOutcome",
                "approved");
        batches.each(waiting, each -> engine.createProcessInstanceByKey(SchoolApplicationProcess.KEY)
                .businessKey(each.number())
                .setVariables(variables)
                .startBeforeActivity(each.place())
                .execute());
    }

    /** What competes without a reviewer before the province. */
    private static boolean isDirect(Programme programme) {
        return !kindOf(programme).equals("SECONDARY_SCHOOL")
                && !kindOf(programme).equals("TECHNICIAN_COLLEGE");
    }

    private static String kindOf(Programme programme) {
        return KINDS.getOrDefault(programme.code().value(), "SECONDARY_SCHOOL");
    }
}
