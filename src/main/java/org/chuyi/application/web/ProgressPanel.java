package org.chuyi.application.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.NextStep;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.HomePanel;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where a school's undecided applications stand, and with whom. What its people themselves have to do stands in their
 * inbox already, so nothing here counts as waiting for them.
 */
@Component
@Order(20)
class ProgressPanel implements HomePanel {

    private static final int MOST = 6;

    private final ApplicationSearch search;
    private final PolicyPacks packs;
    private final MessageSource messages;
    private final Clock clock;

    ProgressPanel(ApplicationSearch search, PolicyPacks packs, MessageSource messages, Clock clock) {
        this.search = search;
        this.packs = packs;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Content> contentFor(Actor actor) {
        boolean filing = actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER);
        if (!filing || !actor.organisationKind().isSchool()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Item> items = search.underWay(actor, MOST).stream()
                .map(row -> item(row, row.next(actor, now)))
                .toList();
        return Optional.of(new Content("application.home", search.countUnderWay(actor), "/applications", false, items));
    }

    private Item item(ApplicationRow row, NextStep next) {
        Locale locale = LocaleContextHolder.getLocale();
        String status = messages.getMessage("portal.status." + row.shown(), null, locale);
        boolean withOthers = !next.owner().isEmpty() && !next.owner().equals(row.schoolName());
        return new Item(
                packs.programme(row.programmeCode()).names().in(locale),
                status + " · " + (withOthers ? next.owner() : row.number()),
                "/applications/" + row.number(),
                null,
                next.workdays());
    }
}
