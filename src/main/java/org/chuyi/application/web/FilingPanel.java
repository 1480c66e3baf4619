package org.chuyi.application.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.HomePanel;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A clerk's drafts and returned applications, the one due first before the others. */
@Component
@Order(10)
class FilingPanel implements HomePanel {

    private static final int MOST = 6;

    private final ApplicationSearch search;
    private final PolicyPacks packs;
    private final MessageSource messages;
    private final Clock clock;

    FilingPanel(ApplicationSearch search, PolicyPacks packs, MessageSource messages, Clock clock) {
        this.search = search;
        this.packs = packs;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Content> contentFor(Actor actor) {
        if (!actor.is(Role.APPLICANT) || !actor.organisationKind().isSchool()) {
            return Optional.empty();
        }
        List<ApplicationRow> rows = search.toWrite(actor, ApplicationSearch.PAGE);
        return Optional.of(new Content(
                "application.home",
                rows.size(),
                "/applications",
                !rows.isEmpty(),
                rows.stream().limit(MOST).map(this::item).toList()));
    }

    private Item item(ApplicationRow row) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Item(
                packs.programme(row.programmeCode()).names().in(locale),
                messages.getMessage("portal.status." + row.shown(), null, locale) + " · " + row.number(),
                "/applications/" + row.number() + "/form",
                row.filingDueAt(),
                WorkCalendar.stateCouncil().workdaysLeft(clock.instant(), row.filingDueAt()));
    }
}
