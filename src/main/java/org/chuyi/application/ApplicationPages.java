package org.chuyi.application;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an application is read and filled in. */
@Component
class ApplicationPages implements CasePages {

    private record State(String number, long organisationId, ApplicationStatus status, int currentVersion) {

        String shownTo(Actor reader) {
            return PublicStatus.of(status, currentVersion > 0, Reader.of(new OrganisationId(organisationId), reader))
                    .name();
        }
    }

    private final JdbcClient jdbc;
    private final ApplicationAccess access;

    ApplicationPages(JdbcClient jdbc, ApplicationAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    public String processKey() {
        return SchoolApplicationProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.of(page(businessKey) + "/panel");
    }

    @Override
    public boolean knownByTitle() {
        return false;
    }

    @Override
    public String page(String businessKey) {
        return "/applications/" + businessKey;
    }

    @Override
    public boolean mayOpen(String businessKey, Actor actor) {
        return access.mayRead(new ApplicationNumber(businessKey), actor);
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return task.key().equals(SchoolApplicationProcess.FILL_IN_APPLICATION)
                ? Optional.of(page(task.businessKey()) + "/form")
                : Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys, Actor reader) {
        return businessKeys.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                                select number, organisation_id, status, current_version
                                from project_application where number in (:numbers)""").param("numbers", businessKeys).query(State.class).list().stream()
                        .collect(Collectors.toMap(State::number, state -> state.shownTo(reader)));
    }
}
