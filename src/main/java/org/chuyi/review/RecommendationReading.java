package org.chuyi.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.application.LeadDepartment;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists as people read them. A body's reviewers read their own; the lead department reads what was sealed, and of what is
 * still being ranked no more than that it is.
 */
@Service
@Transactional(readOnly = true)
public class RecommendationReading {

    /** Over {@code recommendation_list l}; parameters :reviewer, :organisation, :province. */
    private static final String MAY_READ =
            "((:reviewer and l.organisation_id = :organisation) or (:province and l.state <> 'DRAFT'))";

    private final JdbcClient jdbc;
    private final RecommendationLists lists;
    private final RecommendationQuotas quotas;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final LeadDepartment leadDepartment;

    RecommendationReading(
            JdbcClient jdbc,
            RecommendationLists lists,
            RecommendationQuotas quotas,
            Rounds rounds,
            PolicyPacks packs,
            LeadDepartment leadDepartment) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.quotas = quotas;
        this.rounds = rounds;
        this.packs = packs;
        this.leadDepartment = leadDepartment;
    }

    public Optional<RecommendationView> find(RecommendationKey key, Actor actor) {
        return bind(jdbc.sql(RecommendationLists.SELECT + "where l.key = :key and " + MAY_READ), actor)
                .param("key", key.toString())
                .query(RecommendationLists::list)
                .optional()
                .map(this::view);
    }

    private RecommendationView view(RecommendationList list) {
        Round round = rounds.byCode(list.key().round()).orElseThrow();
        Map<ProgrammeCode, RecommendationPlaces> places = quotas.of(round.code(), list.cityCode()).stream()
                .collect(Collectors.toMap(RecommendationPlaces::programme, Function.identity()));
        var rows = lists.rows(list.key()).stream().collect(Collectors.groupingBy(RecommendationRow::programme));
        var undecided = list.isDraft() ? lists.undecided(list.key()) : List.<UndecidedApplication>of();
        var sections = round.programmes().stream()
                .map(RoundProgramme::programme)
                .filter(rows::containsKey)
                .map(code -> new RecommendationView.Section(packs.programme(code), places.get(code), rows.get(code)))
                .toList();
        return new RecommendationView(list, round, sections, undecided);
    }

    /** Of the body itself, or in the lead department of all bodies of the round; in order of city and name. */
    public List<RecommendationOverview> of(RoundCode round, Actor actor) {
        return bind(
                        jdbc.sql("""
                                select l.key, o.name as body_name, l.state, l.sealed_at, l.accepted_at, l.returned_at,
                                  (:reviewer and l.organisation_id = :organisation)
                                    or l.state <> 'DRAFT' as readable,
                                  (select count(*) from recommendation r
                                    where r.list_key = l.key and r.rank is not null) as candidates,
                                  (select count(*) from recommendation r
                                    where r.list_key = l.key and r.listed
                                      and (l.state <> 'DRAFT' or not :province)) as listed,
                                  case when l.state = 'DRAFT' then (select count(*) from
                                """ + RecommendationLists.APPLICATIONS
                                + " where a.round_code = l.round_code and t.organisation_id = l.organisation_id and ("
                                + RecommendationLists.UNDECIDED + """
                                )) else 0 end as undecided,
                                  (select max(i.task_id) from inbox_task i
                                    where i.business_key = l.key and i.state = 'OPEN' and i.helps_task_id is null
                                      and i.organisation_id = :organisation and i.role in (:roles)) as task
                                from recommendation_list l join organisation o on o.id = l.organisation_id
                                where l.round_code = :round
                                  and ((:reviewer and l.organisation_id = :organisation) or :province)
                                order by l.city_code, o.name"""),
                        actor)
                .param("round", round.value())
                .query((row, n) -> new RecommendationOverview(
                        RecommendationKey.of(row.getString("key")),
                        row.getString("body_name"),
                        RecommendationList.State.valueOf(row.getString("state")),
                        row.getBoolean("readable"),
                        row.getInt("candidates"),
                        row.getInt("listed"),
                        row.getInt("undecided"),
                        RecommendationLists.instant(row, "sealed_at"),
                        RecommendationLists.instant(row, "accepted_at"),
                        RecommendationLists.instant(row, "returned_at"),
                        Optional.ofNullable(row.getString("task"))))
                .list();
    }

    /** A round that has lists. */
    public record ListedRound(RoundCode code, BilingualText title) {}

    /** Rounds of which the actor may see a list, the newest first. */
    public List<ListedRound> rounds(Actor actor) {
        return bind(jdbc.sql("""
                                select r.code, r.title_zh, r.title_en from round r where exists (select 1 from recommendation_list l
                                  where l.round_code = r.code
                                    and ((:reviewer and l.organisation_id = :organisation) or :province))
                                order by r.opens_on desc, r.code desc"""), actor)
                .query((row, n) -> new ListedRound(
                        new RoundCode(row.getString("code")),
                        new BilingualText(row.getString("title_zh"), row.getString("title_en"))))
                .list();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("reviewer", actor.is(Role.REVIEWER))
                .param("organisation", actor.organisation().value())
                .param("roles", actor.roles().stream().map(Role::name).toList())
                .param(
                        "province",
                        actor.organisation().equals(leadDepartment.id())
                                && (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER)));
    }
}
