package org.chuyi.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored applications. */
@Repository
class ProjectApplications {

    private static final TypeReference<List<FieldProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ProjectApplications(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next running number of a year and programme. */
    ApplicationNumber nextNumber(int year, String programmeShortCode) {
        int running = jdbc.sql("select next_application_number(:prefix)")
                .param("prefix", year + "-" + programmeShortCode)
                .query(Integer.class)
                .single();
        return ApplicationNumber.of(year, programmeShortCode, running);
    }

    List<ApplicationDirectory.InSelection> inSelection(RoundCode round) {
        return jdbc.sql("""
                        select a.number, a.programme_code, a.organisation_id, o.kind, a.current_version
                        from project_application a join organisation o on o.id = a.organisation_id
                        where a.round_code = :round and a.status = 'SELECTION' order by a.number""")
                .param("round", round.value())
                .query((row, n) -> new ApplicationDirectory.InSelection(
                        new ApplicationNumber(row.getString("number")),
                        new ProgrammeCode(row.getString("programme_code")),
                        new OrganisationId(row.getLong("organisation_id")),
                        OrganisationKind.valueOf(row.getString("kind")),
                        row.getInt("current_version")))
                .list();
    }

    void announce(List<ApplicationNumber> numbers, ApplicationStatus status, Instant at) {
        forgetKnown();
        jdbc.sql("""
                        update project_application set status = :status, status_since = :at, decided_at = :at,
                          revision = revision + 1
                        where number = any(cast(:numbers as text[])) and status = 'SELECTION'""")
                .param("status", status.name())
                .param("at", Timestamp.from(at))
                .param("numbers", numbers.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .update();
    }

    List<ApplicationNumber> beforeSelection(RoundCode round) {
        return jdbc.sql("""
                        select a.number from project_application a
                          join round_programme p on p.round_code = a.round_code
                            and p.programme_code = a.programme_code and p.competitive
                        where a.round_code = :round and a.submitted_at is not null
                          and a.status in ('DRAFT', 'PARTNER_CONFIRMATION', 'SCHOOL_SIGN_OFF', 'CITY_REVIEW',
                            'RECOMMENDATION', 'FORMAL_CHECK', 'RETURNED')
                        order by a.number""")
                .param("round", round.value())
                .query((row, n) -> new ApplicationNumber(row.getString("number")))
                .list();
    }

    /** The lowest slot that is free for this school, programme and round; empty when all are taken. */
    Optional<Integer> freeSlot(RoundCode roundCode, ProgrammeCode programmeCode, OrganisationId school, int slots) {
        List<Integer> taken = jdbc.sql("""
                        select slot from project_application
                        where round_code = :round and programme_code = :programme and organisation_id = :school
                          and status not in ('WITHDRAWN', 'EXPIRED')""")
                .param("round", roundCode.value())
                .param("programme", programmeCode.value())
                .param("school", school.value())
                .query(Integer.class)
                .list();
        return IntStream.rangeClosed(1, slots)
                .boxed()
                .filter(slot -> !taken.contains(slot))
                .findFirst();
    }

    List<ApplicationNumber> ofSchool(OrganisationId school, RoundCode roundCode, ProgrammeCode programmeCode) {
        return jdbc.sql("""
                        select number from project_application
                        where organisation_id = :school and round_code = :round and programme_code = :programme
                          and status not in ('WITHDRAWN', 'EXPIRED')
                        order by number""")
                .param("school", school.value())
                .param("round", roundCode.value())
                .param("programme", programmeCode.value())
                .query((row, n) -> new ApplicationNumber(row.getString("number")))
                .list();
    }

    /** Throws DuplicateKeyException when somebody took the slot meanwhile. */
    void add(ProjectApplication application) {
        ours(jdbc.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                          slot, status, filing_due_at, created_by, created_at, status_since)
                        values (:number, :round, :programme, :school, :city, :slot, :status, :due, :by, :at, :at)
                        returning *""")
                .param("number", application.number().value())
                .param("round", application.roundCode().value())
                .param("programme", application.programmeCode().value())
                .param("school", application.school().value())
                .param("city", application.cityCode())
                .param("slot", application.slot())
                .param("status", application.status().name())
                .param("due", Timestamp.from(application.filingDueAt()))
                .param("by", application.createdBy().value())
                .param("at", Timestamp.from(application.createdAt()))
                .query(this::stored)
                .single());
    }

    /** As this transaction knows it already, or as it stands. */
    Optional<ProjectApplication> find(ApplicationNumber number) {
        var known = KnownApplications.ofCurrentTransaction();
        return known.flatMap(rows -> rows.row(number))
                .or(() -> {
                    var row = jdbc.sql("select * from project_application where number = :number")
                            .param("number", number.value())
                            .query(this::stored)
                            .optional();
                    known.ifPresent(rows -> row.ifPresent(rows::read));
                    return row;
                })
                .map(ProjectApplication::new);
    }

    /** For a change: the row is locked until the transaction ends. */
    ProjectApplication lock(ApplicationNumber number) {
        return new ProjectApplication(KnownApplications.ofCurrentTransaction()
                .flatMap(rows -> rows.ourRow(number))
                .orElseGet(() -> ours(jdbc.sql("select * from project_application where number = :number for update")
                        .param("number", number.value())
                        .query(this::stored)
                        .single())));
    }

    private static ProjectApplication.Stored ours(ProjectApplication.Stored row) {
        KnownApplications.ofCurrentTransaction().ifPresent(rows -> rows.lockedOrWritten(row));
        return row;
    }

    private static void forgetKnown() {
        KnownApplications.ofCurrentTransaction().ifPresent(KnownApplications::forget);
    }

    /** Gives everything of a round that has not left its school the window's new end; returns the numbers. */
    List<String> extendFiling(RoundCode round, Instant windowClosesAt) {
        forgetKnown();
        return jdbc.sql("""
                        update project_application set filing_due_at = :due, revision = revision + 1
                        where round_code = :round and submitted_at is null
                          and status in ('DRAFT', 'PARTNER_CONFIRMATION', 'SCHOOL_SIGN_OFF')
                        returning number""")
                .param("due", Timestamp.from(windowClosesAt))
                .param("round", round.value())
                .query(String.class)
                .list();
    }

    void save(ProjectApplication application) {
        var saved = jdbc.sql("""
                        update project_application set status = :status, status_since = :since,
                          returned_by = :returnedBy, filing_due_at = :due, current_version = :version,
                          problems = :problems::jsonb, submitted_at = :submitted, decided_at = :decided,
                          revision = revision + 1
                        where number = :number and revision = :revision returning *""")
                .param("status", application.status().name())
                .param("since", Timestamp.from(application.statusSince()))
                .param("returnedBy", application.returnedBy().map(Enum::name).orElse(null))
                .param("due", Timestamp.from(application.filingDueAt()))
                .param("version", application.currentVersion())
                .param("problems", write(application.problems()))
                .param(
                        "submitted",
                        application.submittedAt().map(Timestamp::from).orElse(null))
                .param("decided", application.decidedAt().map(Timestamp::from).orElse(null))
                .param("number", application.number().value())
                .param("revision", application.revision())
                .query(this::stored)
                .optional();
        ours(saved.orElseThrow(
                () -> new OptimisticLockingFailureException("Application " + application.number() + " has changed")));
    }

    private ProjectApplication.Stored stored(ResultSet row, int number) throws SQLException {
        return new ProjectApplication.Stored(
                new ApplicationNumber(row.getString("number")),
                new RoundCode(row.getString("round_code")),
                new ProgrammeCode(row.getString("programme_code")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("city_code"),
                row.getInt("slot"),
                ApplicationStatus.valueOf(row.getString("status")),
                row.getTimestamp("status_since").toInstant(),
                Optional.ofNullable(row.getString("returned_by")).map(ProjectApplication.ReturnedBy::valueOf),
                row.getTimestamp("filing_due_at").toInstant(),
                row.getInt("current_version"),
                read(row.getString("problems")),
                new AccountId(row.getLong("created_by")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "submitted_at"),
                instant(row, "decided_at"),
                row.getInt("revision"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private String write(List<FieldProblem> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FieldProblem> read(String problems) {
        try {
            return json.readValue(problems, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
