package org.chuyi.portal;

import static org.chuyi.organisation.Role.APPLICANT;
import static org.chuyi.organisation.Role.AUDITOR;
import static org.chuyi.organisation.Role.EXPERT;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.chuyi.organisation.Role.REVIEWER;
import static org.chuyi.organisation.Role.SCHOOL_LEADER;
import static org.chuyi.organisation.Role.SECURITY_ADMINISTRATOR;
import static org.chuyi.organisation.Role.SYSTEM_ADMINISTRATOR;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;

/** The main navigation: which entries which roles see. What they may open is decided elsewhere. */
final class Navigation {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "/inbox",
                    "portal.navigation.inbox",
                    EnumSet.of(APPLICANT, SCHOOL_LEADER, REVIEWER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER, EXPERT)),
            new Entry("/scoring", "portal.navigation.scoring", EnumSet.of(EXPERT)),
            new Entry(
                    "/applications",
                    "portal.navigation.applications",
                    EnumSet.of(APPLICANT, SCHOOL_LEADER, REVIEWER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER)),
            new Entry(
                    "/recommendations",
                    "portal.navigation.recommendations",
                    EnumSet.of(REVIEWER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER)),
            new Entry("/rounds", "portal.navigation.rounds", EnumSet.of(PROVINCIAL_OFFICER)),
            new Entry("/experts", "portal.navigation.experts", EnumSet.of(PROVINCIAL_OFFICER)),
            new Entry("/administration/processes", "portal.navigation.processes", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            new Entry("/administration/notices", "portal.navigation.notices", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            new Entry("/administration/accounts", "portal.navigation.accounts", EnumSet.of(SECURITY_ADMINISTRATOR)),
            new Entry("/administration/record", "portal.navigation.record", EnumSet.of(AUDITOR)),
            new Entry("/calls", "portal.navigation.calls", EVERYBODY));

    private static final List<Entry> VISITOR = List.of(
            new Entry("/", "portal.navigation.home", EVERYBODY),
            new Entry("/calls", "portal.navigation.calls", EVERYBODY),
            new Entry("/publicity", "portal.navigation.publicity", EVERYBODY),
            new Entry("/results", "portal.navigation.results", EVERYBODY),
            new Entry("/help", "portal.navigation.help", EVERYBODY));

    private Navigation() {}

    static List<Layout.NavigationItem> of(Actor actor, String path) {
        var entries = actor == null ? VISITOR : ENTRIES;
        return entries.stream()
                .filter(entry -> actor == null || !Collections.disjoint(entry.roles(), actor.roles()))
                .map(entry -> new Layout.NavigationItem(entry.href(), entry.label(), entry.holds(path)))
                .toList();
    }

    private record Entry(String href, String label, Set<Role> roles) {
        boolean holds(String path) {
            return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
        }
    }
}
