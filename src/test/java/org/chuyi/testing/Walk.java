package org.chuyi.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.application.demonstration.ExampleAnswers;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes an application along its way, through the services that the pages use. */
@TestComponent
public class Walk {

    private final Applications applications;
    private final TaskInbox inbox;
    private final TaskForms forms;
    private final PolicyPacks packs;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    Walk(
            Applications applications,
            TaskInbox inbox,
            TaskForms forms,
            PolicyPacks packs,
            Organisations organisations,
            JdbcClient jdbc) {
        this.applications = applications;
        this.inbox = inbox;
        this.forms = forms;
        this.packs = packs;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    public ApplicationNumber started(Actor applicant, Round round, String programme) {
        var start = applications.start(applicant, round.code(), new ProgrammeCode(programme));
        if (start instanceof Applications.Start.Started started) {
            return started.number();
        }
        throw new AssertionError("Not started: " + start);
    }

    /** Puts a file in place of every required material, straight into the store. */
    public void withMaterials(ApplicationNumber number, String programme, Actor applicant) {
        jdbc.sql("""
                        insert into stored_file values (:hash, 3, 'application/pdf', 'pdf'::bytea, now())
                        on conflict do nothing""").param("hash", "a".repeat(64)).update();
        programme(programme).materials().stream()
                .filter(material -> material.required())
                .forEach(material -> jdbc.sql("""
                                insert into attachment (number, material_code, file_name, media_type, size, sha256,
                                  uploaded_by, uploaded_at)
                                values (:number, :material, '申报书.pdf', 'application/pdf', 3, :hash, :by, now())""")
                        .param("number", number.value())
                        .param("material", material.code())
                        .param("hash", "a".repeat(64))
                        .param("by", applicant.account().value())
                        .update());
    }

    public Map<String, Object> answers(String programme, Actor applicant, Organisation... partners) {
        var school = organisations.get(applicant.organisation());
        var form = forms.latest("schoolApplication", "application-" + programme);
        return new ExampleAnswers(programme(programme), school, List.of(partners)).to(form);
    }

    public Completion complete(ApplicationNumber number, Actor actor, Map<String, Object> answers) {
        return inbox.complete(task(number, actor).id(), actor, answers, Optional.empty());
    }

    /** The same, where anything but success is a mistake of the test. */
    public void done(ApplicationNumber number, Actor actor, Map<String, Object> answers) {
        var completion = complete(number, actor, answers);
        if (!(completion instanceof Completion.Completed)) {
            throw new AssertionError("Not completed: " + completion);
        }
    }

    public InboxTask task(ApplicationNumber number, Actor actor) {
        return inbox.openTaskOf(number.value(), actor)
                .orElseThrow(() -> new AssertionError("Nothing to do on " + number + " for " + actor.roles()));
    }

    public boolean hasTask(ApplicationNumber number, Actor actor) {
        return inbox.openTaskOf(number.value(), actor).isPresent();
    }

    public Programme programme(String code) {
        return packs.programme(new ProgrammeCode(code));
    }
}
