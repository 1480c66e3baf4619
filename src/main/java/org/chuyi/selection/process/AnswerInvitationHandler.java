package org.chuyi.selection.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.selection.ExpertPanels;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 答复邀请并申报回避. */
@Component
class AnswerInvitationHandler implements TaskHandler {

    private static final String INTERESTS = "interests";

    private final ExpertPanels panels;
    private final Organisations organisations;

    AnswerInvitationHandler(ExpertPanels panels, Organisations organisations) {
        this.panels = panels;
        this.organisations = organisations;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        long seat = Long.parseLong(task.part());
        var reply = "accepted".equals(task.text("decision"))
                ? panels.accept(seat, interests(task), task.at())
                : panels.decline(seat, task.text("reason"), task.at());
        return TaskOutcome.of(
                switch (reply) {
                    case ACCEPTED -> "accepted";
                    case DECLINED -> "invitationDeclined";
                    case RECUSED -> "recused";
                });
    }

    private List<OrganisationId> interests(CompletedTask task) {
        List<OrganisationId> found = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        List<Map<String, Object>> rows = task.rows(INTERESTS);
        for (int at = 0; at < rows.size(); at++) {
            String named =
                    Objects.toString(rows.get(at).get("organisation"), "").strip();
            Optional<Organisation> organisation = named(named);
            if (organisation.isPresent()) {
                found.add(organisation.get().id());
            } else {
                problems.add(FieldProblem.of(
                        INTERESTS + "[" + at + "].organisation",
                        "",
                        "selection.invitation.problem.organisationUnknown",
                        named));
            }
        }
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return found;
    }

    /** By the whole name or the unified social credit code. */
    private Optional<Organisation> named(String text) {
        return SocialCreditCode.isValid(text)
                ? organisations.bySocialCreditCode(SocialCreditCode.parse(text))
                : organisations.byName(text);
    }
}
