package org.chuyi.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 推荐名单: how a list begins, who comes onto it and drops out, and what becomes of it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Recommendations {

    private static final String PROVINCE = "430000";
    private static final int NAMED_AT_MOST = 10;

    private final RecommendationLists lists;
    private final RecommendationQuotas quotas;
    private final Organisations organisations;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final AuditTrail audit;
    private final Clock clock;

    Recommendations(
            RecommendationLists lists,
            RecommendationQuotas quotas,
            Organisations organisations,
            Rounds rounds,
            PolicyPacks packs,
            AuditTrail audit,
            Clock clock) {
        this.lists = lists;
        this.quotas = quotas;
        this.organisations = organisations;
        this.rounds = rounds;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lists that a round asks for: of each body that reviews, or has reviewed, something that competes. */
    public List<RecommendationKey> toAskFor(RoundCode round) {
        return lists.bodiesOf(round).stream()
                .map(body -> new RecommendationKey(round, body))
                .toList();
    }

    /** Begins a list with all that its body has agreed to so far; the second call does nothing. */
    public void open(RecommendationKey key) {
        String cityCode = organisations.get(key.body()).cityCode();
        lists.guard(key);
        if (!lists.add(key, cityCode, clock.instant())) {
            return;
        }
        Round round = rounds.byCode(key.round()).orElseThrow();
        round.programmes().stream()
                .filter(RoundProgramme::competitive)
                .forEach(offer -> quotas.open(key.round(), cityCode, placesOf(offer, cityCode)));
        var candidates = lists.candidates(key);
        lists.begin(key, candidates, each -> usesQuota(each.programme(), each.school()));
        audit.record(AuditEntry.of(
                "recommendation.opened", "recommendation", key.toString(), Map.of("candidates", candidates.size())));
    }

    /** The round's quota; where the programme wants just so many of each city, not more than those. */
    private RecommendationPlaces placesOf(RoundProgramme offer, String cityCode) {
        Optional<Integer> perCity = cityCode.equals(PROVINCE)
                ? Optional.empty()
                : packs.programme(offer.programme()).perCity();
        Optional<Integer> quota = offer.quotaOf(cityCode);
        return new RecommendationPlaces(
                offer.programme(),
                perCity.isPresent() && quota.isPresent()
                        ? Optional.of(Math.min(perCity.get(), quota.get()))
                        : perCity.or(() -> quota),
                perCity.isPresent(),
                0);
    }

    /**
     * The body has agreed to an application while its list is open: it comes last. Before there is a list nothing is to
     * be done; on a sealed one there is no room.
     *
     * @return what speaks against it; empty when nothing does
     */
    Optional<FieldProblem> enter(ApplicationNumber number, RoundCode round, ProgrammeCode programme, Entry entry) {
        var key = new RecommendationKey(round, entry.body());
        lists.guard(key);
        var list = lists.lock(key);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (!list.get().isDraft()) {
            return Optional.of(FieldProblem.of("", "", "review.recommendation.problem.listSealed"));
        }
        lists.append(
                key,
                number,
                programme,
                usesQuota(programme, organisations.get(entry.school()).name()));
        lists.changed(key, entry.by(), clock.instant());
        return Optional.empty();
    }

    /** @param by the person's name */
    record Entry(OrganisationId body, OrganisationId school, String by) {}

    private boolean usesQuota(ProgrammeCode code, String school) {
        Programme programme = packs.programme(code);
        return !programme.designates(school) || programme.designatedUseQuota();
    }

    /** A withdrawn application leaves its list and gives its place back, unless the province has accepted the list. */
    void dropOut(ApplicationNumber number, String school) {
        var list = lists.lockListOf(number).filter(found -> found.state() != RecommendationList.State.ACCEPTED);
        if (list.isEmpty()) {
            return;
        }
        var rows = lists.rows(list.get().key());
        rows.stream().filter(row -> row.number().equals(number)).findFirst().ifPresent(row -> {
            if (row.listed() && row.usesQuota()) {
                quotas.giveBack(list.get().key().round(), list.get().cityCode(), row.programme());
            }
            lists.dropOut(number);
            closeGap(row, rows);
            lists.changed(list.get().key(), school, clock.instant());
            audit.record(AuditEntry.of(
                    "recommendation.droppedOut",
                    "recommendation",
                    list.get().key().toString(),
                    Map.of("number", number.value())));
        });
    }

    private void closeGap(RecommendationRow gone, List<RecommendationRow> rows) {
        var left = rows.stream()
                .filter(row -> row.programme().equals(gone.programme())
                        && !row.number().equals(gone.number()))
                .toList();
        lists.arrange(left.stream().map(RecommendationRow::number).toList(), (int)
                left.stream().filter(RecommendationRow::listed).count());
    }

    /**
     * 报送: from now on the list is read only.
     *
     * @param seen the revision that the person saw; empty where she was shown none
     * @return why it cannot be sealed; empty when it is
     */
    public List<FieldProblem> seal(RecommendationKey key, Actor actor, Optional<Integer> seen, Instant at) {
        var list = lists.lock(key).orElseThrow();
        var rows = lists.rows(key);
        List<FieldProblem> problems = new ArrayList<>();
        if (!list.isDraft()) {
            return List.of(FieldProblem.of("", "", "review.recommendation.problem.listSealed"));
        }
        if (seen.isPresent() && seen.get() != list.revision()) {
            problems.add(FieldProblem.of("", "", "review.recommendation.problem.changedSince", list.changedBy()));
        }
        undecided(key).ifPresent(problems::add);
        problems.addAll(notExactly(list, rows));
        if (problems.isEmpty()) {
            lists.sealed(key, actor, at);
            audit.record(AuditEntry.of("recommendation.sealed", "recommendation", key.toString(), orderOf(rows)));
        }
        return problems;
    }

    private Optional<FieldProblem> undecided(RecommendationKey key) {
        var undecided = lists.undecided(key);
        return undecided.isEmpty()
                ? Optional.empty()
                : Optional.of(FieldProblem.of(
                        "",
                        "",
                        "review.recommendation.problem.undecided",
                        undecided.size(),
                        undecided.stream()
                                .limit(NAMED_AT_MOST)
                                .map(each -> each.number() + " " + each.school())
                                .collect(Collectors.joining("、"))));
    }

    /** 每市州一所: where there is somebody to put forward, somebody is. */
    private List<FieldProblem> notExactly(RecommendationList list, List<RecommendationRow> rows) {
        return quotas.of(list.key().round(), list.cityCode()).stream()
                .filter(places -> places.exactly() && !places.isFull())
                .filter(places ->
                        rows.stream().anyMatch(row -> row.programme().equals(places.programme()) && !row.listed()))
                .map(places -> FieldProblem.of(
                        "",
                        "",
                        "review.recommendation.problem.exactly",
                        packs.programme(places.programme()).names().zh(),
                        packs.programme(places.programme()).names().en(),
                        places.quota().orElseThrow()))
                .toList();
    }

    /** What the record keeps of a sealed list: the listed numbers of each programme, in order. */
    private static Map<String, ?> orderOf(List<RecommendationRow> rows) {
        return rows.stream()
                .filter(RecommendationRow::listed)
                .collect(Collectors.groupingBy(
                        row -> row.programme().value(),
                        TreeMap::new,
                        Collectors.mapping(row -> row.number().value(), Collectors.joining(" "))));
    }

    /** 接收: the list decides now. */
    public void accept(RecommendationKey key, Instant at) {
        require(lists.lock(key).orElseThrow());
        lists.accepted(key, at);
        audit.record(AuditEntry.of("recommendation.accepted", "recommendation", key.toString()));
    }

    /** 整体退回: the body may rank again. */
    public void returnToBody(RecommendationKey key, String reason, Instant at) {
        require(lists.lock(key).orElseThrow());
        lists.returned(key, reason, at);
        audit.record(
                AuditEntry.of("recommendation.returned", "recommendation", key.toString(), Map.of("reason", reason)));
    }

    private static void require(RecommendationList list) {
        if (list.state() != RecommendationList.State.SEALED) {
            throw new IllegalStateException("List " + list.key() + " cannot do this while " + list.state());
        }
    }
}
