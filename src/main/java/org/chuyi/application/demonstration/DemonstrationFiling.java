package org.chuyi.application.demonstration;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.application.MaterialChange;
import org.chuyi.application.Materials;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Files applications for the demonstration people, through the same services that the pages use. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
public class DemonstrationFiling {

    private final Applications applications;
    private final Materials materials;
    private final TaskInbox inbox;
    private final TaskForms forms;
    private final Accounts accounts;
    private final Organisations organisations;
    private final PolicyPacks packs;

    DemonstrationFiling(
            Applications applications,
            Materials materials,
            TaskInbox inbox,
            TaskForms forms,
            Accounts accounts,
            Organisations organisations,
            PolicyPacks packs) {
        this.applications = applications;
        this.materials = materials;
        this.inbox = inbox;
        this.forms = forms;
        this.accounts = accounts;
        this.organisations = organisations;
        this.packs = packs;
    }

    public ApplicationNumber started(Round round, String clerk, String programme) {
        var start = applications.start(actor(clerk), round.code(), new ProgrammeCode(programme));
        if (start instanceof Applications.Start.Started started) {
            return started.number();
        }
        throw new IllegalStateException(programme + " was not started: " + start);
    }

    /** Filled in with its materials and submitted by the clerk; the partners or the principal are next. */
    public ApplicationNumber handedIn(Round round, String clerk, String programme, String... partners) {
        var number = started(round, clerk, programme);
        withMaterials(number, clerk, programme);
        var companies = List.of(partners).stream()
                .map(name -> organisations.byName(name).orElseThrow())
                .toList();
        complete(number.value(), clerk, answers(programme, actor(clerk), companies));
        return number;
    }

    public void withMaterials(ApplicationNumber number, String clerk, String programme) {
        packs.programme(new ProgrammeCode(programme)).materials().stream()
                .filter(MaterialRequirement::required)
                .forEach(material -> upload(number, actor(clerk), material));
    }

    public Map<String, Object> answers(String code, Actor actor, List<Organisation> partners) {
        Programme programme = packs.programme(new ProgrammeCode(code));
        var form = forms.latest(SchoolApplicationProcess.KEY, "application-" + code);
        return new ExampleAnswers(programme, organisations.get(actor.organisation()), partners).to(form);
    }

    /** What this person has to do on the case. */
    public void complete(String businessKey, String login, Map<String, Object> answers) {
        var actor = actor(login);
        var task = inbox.openTaskOf(businessKey, actor)
                .orElseThrow(() -> new IllegalStateException(login + " has nothing to do on " + businessKey));
        var completion = inbox.complete(task.id(), actor, answers, Optional.empty());
        if (!(completion instanceof Completion.Completed)) {
            throw new IllegalStateException(businessKey + " " + task.key() + ": " + completion);
        }
    }

    /** The person as she acts in the first of her posts. */
    public Actor actor(String login) {
        var account = accounts.find(login).orElseThrow().id();
        var organisation = accounts.posts(account).stream()
                .map(Post::organisation)
                .findFirst()
                .orElseThrow();
        return accounts.actor(account, organisation).orElseThrow();
    }

    private void upload(ApplicationNumber number, Actor actor, MaterialRequirement material) {
        String name = material.names().zh();
        var change = materials.upload(
                number, actor, material.code(), name + ".pdf", new ByteArrayInputStream(DemonstrationFile.pdf(name)));
        if (!(change instanceof MaterialChange.Stored)) {
            throw new IllegalStateException(material.code() + " was not stored: " + change);
        }
    }
}
