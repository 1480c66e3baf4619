package org.chuyi.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PartnerRule;
import org.chuyi.programme.Programme;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partners that an application names, and whether they agreed. A partner is asked again only if its row changed. */
@Repository
public class Partnerships {

    private final JdbcClient jdbc;
    private final Content content;
    private final Organisations organisations;

    Partnerships(JdbcClient jdbc, Content content, Organisations organisations) {
        this.jdbc = jdbc;
        this.content = content;
        this.organisations = organisations;
    }

    /** @param row what the form says of it: its name, code and part in the project */
    record Partner(OrganisationId organisation, Map<String, Object> row) {}

    record Named(List<Partner> partners, List<FieldProblem> problems) {}

    /** How far the confirmation is. */
    public enum Answers {
        PENDING,
        ALL_CONFIRMED,
        DECLINED
    }

    Named namedIn(Map<String, Object> answers, Programme programme, OrganisationId applicant) {
        return programme
                .partners()
                .map(rule -> named(rows(answers, rule), rule, applicant))
                .orElseGet(() -> new Named(List.of(), List.of()));
    }

    private Named named(List<Map<String, Object>> rows, PartnerRule rule, OrganisationId applicant) {
        List<Partner> partners = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        Set<OrganisationId> seen = new HashSet<>();
        Set<OrganisationKind> kinds = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String path = rule.field() + "[" + i + "]." + rule.codeField();
            String code = Objects.toString(rows.get(i).get(rule.codeField()), "");
            Optional<Organisation> partner = SocialCreditCode.isValid(code)
                    ? organisations.bySocialCreditCode(SocialCreditCode.parse(code))
                    : Optional.empty();
            if (partner.isEmpty()) {
                problems.add(FieldProblem.of(path, code, "application.problem.partnerUnknown", code));
            } else if (partner.get().id().equals(applicant)) {
                problems.add(FieldProblem.of(path, code, "application.problem.partnerIsApplicant"));
            } else if (!seen.add(partner.get().id())) {
                problems.add(FieldProblem.of(
                        path,
                        code,
                        "application.problem.partnerTwice",
                        partner.get().name()));
            } else if (!rule.kinds().isEmpty()
                    && !rule.kinds().contains(partner.get().kind())) {
                problems.add(FieldProblem.of(
                        path,
                        code,
                        "application.problem.partnerKind",
                        partner.get().name()));
            } else {
                partners.add(new Partner(partner.get().id(), rows.get(i)));
                kinds.add(partner.get().kind());
            }
        }
        if (problems.isEmpty() && partners.size() < rule.minimum()) {
            problems.add(FieldProblem.of(rule.field(), "", "application.problem.partnersTooFew", rule.minimum()));
        }
        rule.requiredKinds().stream()
                .filter(kind -> problems.isEmpty() && kinds.stream().noneMatch(kind::equals))
                .map(kind -> FieldProblem.of(
                        rule.field(), "", "application.problem.partnerKindMissing", "programme.kind." + kind.name()))
                .toList()
                .forEach(problems::add);
        return new Named(partners, problems);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> answers, PartnerRule rule) {
        return answers.get(rule.field()) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    /** Opens a new attempt for the partners that have not agreed to exactly this; false when all have. */
    boolean ask(ApplicationNumber number, List<Partner> partners) {
        if (partners.isEmpty()) {
            return false;
        }
        int attempt = attempt(number) + 1;
        boolean ask = false;
        for (Partner partner : partners) {
            int added = jdbc.sql("""
                            insert into partner_confirmation (number, attempt, organisation_id, row)
                            select :number, :attempt, :organisation, :row::jsonb
                            where not exists (select 1 from partner_confirmation
                              where number = :number and organisation_id = :organisation and decision = 'confirmed'
                                and row = :row::jsonb)""")
                    .param("number", number.value())
                    .param("attempt", attempt)
                    .param("organisation", partner.organisation().value())
                    .param("row", content.write(partner.row()))
                    .update();
            ask = ask || added == 1;
        }
        return ask;
    }

    List<OrganisationId> toAsk(ApplicationNumber number) {
        return jdbc
                .sql("""
                        select organisation_id from partner_confirmation
                        where number = :number and attempt = :attempt and decision is null order by organisation_id""")
                .param("number", number.value())
                .param("attempt", attempt(number))
                .query(Long.class)
                .list()
                .stream()
                .map(OrganisationId::new)
                .toList();
    }

    Answers answer(ApplicationNumber number, Actor partner, String decision, String opinion, Instant at) {
        int attempt = attempt(number);
        jdbc.sql("""
                        update partner_confirmation set decision = :decision, opinion = :opinion, answered_by = :by,
                          answered_at = :at
                        where number = :number and attempt = :attempt and organisation_id = :organisation""")
                .param("decision", decision)
                .param("opinion", opinion)
                .param("by", partner.account().value())
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("attempt", attempt)
                .param("organisation", partner.organisation().value())
                .update();
        if ("declined".equals(decision)) {
            return Answers.DECLINED;
        }
        return toAsk(number).isEmpty() ? Answers.ALL_CONFIRMED : Answers.PENDING;
    }

    /** What the application says of this partner, if it is being asked now. */
    Optional<Map<String, Object>> rowOf(ApplicationNumber number, OrganisationId partner) {
        return jdbc.sql("""
                        select row from partner_confirmation
                        where number = :number and attempt = :attempt and organisation_id = :partner""")
                .param("number", number.value())
                .param("attempt", attempt(number))
                .param("partner", partner.value())
                .query((row, n) -> content.read(row.getString("row")))
                .optional();
    }

    /** The name of the partner that did not agree in the last attempt; empty if all did. */
    String decliningPartner(ApplicationNumber number) {
        return jdbc.sql("""
                        select o.name from partner_confirmation c join organisation o on o.id = c.organisation_id
                        where c.number = :number and c.attempt = :attempt and c.decision = 'declined' limit 1""")
                .param("number", number.value())
                .param("attempt", attempt(number))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private int attempt(ApplicationNumber number) {
        return jdbc.sql("select coalesce(max(attempt), 0) from partner_confirmation where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
