package org.chuyi.selection.web;

import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.stream.Stream;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Which contest an officer may see is decided by {@code ContestReaders}. */
@Component
class ContestRoutes implements RouteRules {

    private static final String CONTEST = "/contests/{key}";

    @Override
    public List<RouteRule> rules() {
        return Stream.concat(
                        Stream.of(
                                RouteRule.anybody(GET, "/selection.css"),
                                RouteRule.roles(
                                        GET,
                                        "/suggestions/contest-applications",
                                        PROVINCIAL_OFFICER,
                                        PROVINCIAL_LEADER)),
                        Stream.of("", "/panel", "/countersign-sheet.pdf", "/process.bpmn", "/process.json")
                                .map(path ->
                                        RouteRule.roles(GET, CONTEST + path, PROVINCIAL_OFFICER, PROVINCIAL_LEADER)))
                .toList();
    }
}
