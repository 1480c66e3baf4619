package org.chuyi.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.testing.TestRounds;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contests with their applications and experts for tests, straight in the tables up to the contest's beginning. */
public final class ContestSamples {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final JdbcClient jdbc;
    private final TestRounds rounds;
    private final Organisations organisations;
    private final Accounts accounts;
    private final RuntimeService engine;

    public ContestSamples(ApplicationContext beans) {
        jdbc = beans.getBean(JdbcClient.class);
        rounds = beans.getBean(TestRounds.class);
        organisations = beans.getBean(Organisations.class);
        accounts = beans.getBean(Accounts.class);
        engine = beans.getBean(RuntimeService.class);
    }

    /** Experts of other tests do not come into these draws. */
    public void emptyPool() {
        jdbc.sql("update expert set active = false").update();
    }

    /** A round whose window is open; contests may be begun for any of its programmes. */
    public ContestKey contest(String programme) {
        var round = rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
        return new ContestKey(round.code(), new ProgrammeCode(programme), "");
    }

    public Organisation school(String city) {
        return organisation(city, "SECONDARY_SCHOOL", "测试学校");
    }

    public Organisation company(String city) {
        return organisation(city, "COMPANY", "测试企业");
    }

    /** A provincial one, of no city. */
    public Organisation institute() {
        return organisation("430000", "RESEARCH_INSTITUTE", "测试研究院");
    }

    private Organisation organisation(String city, String kind, String prefix) {
        String name = prefix + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into organisation (kind, name, region_code, city_code) values (:kind, :name, :city, :city)")
                .param("kind", kind)
                .param("name", name)
                .param("city", city)
                .update();
        return organisations.byName(name).orElseThrow();
    }

    /** Waits for its contest; with that content as its first version. */
    public String application(ContestKey contest, Organisation school, String content) {
        String number = "CY2026-77-%04d".formatted(NUMBERS.incrementAndGet());
        AccountId clerk = anybody();
        jdbc.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                          status, filing_due_at, current_version, created_by, created_at, status_since)
                        values (:number, :round, :programme, :school, :city, 'SELECTION', now(), 1, :by, now(), now())""")
                .param("number", number)
                .param("round", contest.round().value())
                .param("programme", contest.programme().value())
                .param("school", school.id().value())
                .param("city", school.cityCode())
                .param("by", clerk.value())
                .update();
        jdbc.sql("""
                        insert into application_version (number, version, content, materials, sha256, signed_by, signed_at)
                        values (:number, 1, cast(:content as jsonb), '[]', repeat('a', 64), :by, now())""")
                .param("number", number)
                .param("content", content)
                .param("by", clerk.value())
                .update();
        return number;
    }

    public Actor expert(Organisation employer, String... majors) {
        String login = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        long id = jdbc.sql("""
                        insert into account (login, name, email, password_hash, created_at)
                        values (:login, :name, :login || '@example.org', '-', now()) returning id""")
                .param("login", login)
                .param("name", "专家" + login.substring(1, 5))
                .query(Long.class)
                .single();
        jdbc.sql("insert into post (account_id, organisation_id, role) values (:id, :employer, 'EXPERT')")
                .param("id", id)
                .param("employer", employer.id().value())
                .update();
        AccountId account = new AccountId(id);
        enrol(accounts.actor(account, employer.id()).orElseThrow(), majors);
        return accounts.actor(account, employer.id()).orElseThrow();
    }

    /** Puts somebody who has her account and post into the pool. */
    public void enrol(Actor expert, String... majors) {
        List<String> specialties = new ArrayList<>();
        for (String major : majors) {
            specialties.add(Specialty.of(major).orElseThrow().name());
        }
        jdbc.sql("""
                        insert into expert (account_id, organisation_id, title, majors, specialties, created_at)
                        values (:id, :employer, '教授', :majors, :specialties, now())""")
                .param("id", expert.account().value())
                .param("employer", expert.organisation().value())
                .param("majors", majors)
                .param("specialties", specialties.toArray(String[]::new))
                .update();
    }

    public List<Actor> experts(int count, Organisation employer, String... majors) {
        List<Actor> experts = new ArrayList<>();
        while (experts.size() < count) {
            experts.add(expert(employer, majors));
        }
        return experts;
    }

    /** Begins the contest's process, as its round does; its draw waits when this returns. */
    public void begin(ContestKey contest) {
        engine.startProcessInstanceByKey(ContestProcess.KEY, contest.toString());
    }

    private AccountId anybody() {
        return new AccountId(
                jdbc.sql("select min(id) from account").query(Long.class).single());
    }
}
