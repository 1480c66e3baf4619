package org.chuyi.application.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.organisation.Role;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the list of applications can be filtered by. */
@Component
class FilterChoices {

    private final ApplicationSearch search;
    private final PolicyPacks packs;
    private final Regions regions;
    private final MessageSource messages;

    FilterChoices(ApplicationSearch search, PolicyPacks packs, Regions regions, MessageSource messages) {
        this.search = search;
        this.packs = packs;
        this.regions = regions;
        this.messages = messages;
    }

    /** Values and their texts; cities only to those whose work is not of one city. */
    record Choices(
            Map<String, String> states,
            Map<String, String> programmes,
            Map<String, String> rounds,
            Map<String, String> cities) {}

    Choices of(Actor actor, Locale locale) {
        var programmes = new LinkedHashMap<String, String>();
        packs.all()
                .forEach(
                        pack -> programmes.put(pack.code().value(), pack.names().in(locale)));
        var rounds = new LinkedHashMap<String, String>();
        search.rounds()
                .forEach(round -> rounds.put(
                        round.code(), round.code() + " " + new BilingualText(round.zh(), round.en()).in(locale)));
        var cities = new LinkedHashMap<String, String>();
        if (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER)) {
            regions.cities().forEach(city -> cities.put(city.code().value(), city.name()));
        }
        return new Choices(states(actor, locale), programmes, rounds, cities);
    }

    /** Outside the school nobody ever sees its inner steps. */
    private Map<String, String> states(Actor actor, Locale locale) {
        boolean ofSchool = actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER);
        var states = new LinkedHashMap<String, String>();
        Arrays.stream(ApplicationStatus.values())
                .filter(state -> ofSchool || state.ordinal() >= ApplicationStatus.CITY_REVIEW.ordinal())
                .forEach(
                        state -> states.put(state.name(), messages.getMessage("portal.status." + state, null, locale)));
        return states;
    }
}
