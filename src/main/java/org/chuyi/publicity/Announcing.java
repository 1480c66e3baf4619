package org.chuyi.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationDecisions;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.ContestResult;
import org.chuyi.selection.ContestResults;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 公布: issues the document and makes all results known in one moment; the applications' processes are told afterwards, in
 * batches.
 */
@Service
public class Announcing {

    private static final int BATCH = 100;

    private final Announcements announcements;
    private final PublicityLists lists;
    private final ContestResults results;
    private final ApplicationDecisions applications;
    private final Cases cases;
    private final AuditTrail audit;

    Announcing(
            Announcements announcements,
            PublicityLists lists,
            ContestResults results,
            ApplicationDecisions applications,
            Cases cases,
            AuditTrail audit) {
        this.announcements = announcements;
        this.lists = lists;
        this.results = results;
        this.applications = applications;
        this.cases = cases;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Announcement> find(RoundCode round) {
        return announcements.find(round);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Announcement> all() {
        return announcements.all();
    }

    /** Results of an announced round; empty before that. */
    @Transactional(readOnly = true)
    public List<AnnouncedResult> results(RoundCode round, ResultFilter filter) {
        return announcements.results(round, filter);
    }

    @Transactional(readOnly = true)
    public List<AnnouncedResult> selected(RoundCode round) {
        return announcements.selected(round);
    }

    /** Once for each round; the statuses of all applications change with the document, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(CompletedTask task) {
        RoundCode round = new RoundCode(task.businessKey());
        PublicityList list = lists.lockLast(round)
                .filter(last -> last.state() == PublicityList.State.CONCLUDED)
                .orElseThrow(() -> TaskRejected.because("publicity.problem.notConcluded"));
        if (announcements.find(round).isPresent()) {
            throw TaskRejected.because("publicity.problem.announcedAlready");
        }
        LocalDate issuedOn = issuedOn(task);
        var announcement = new Announcement(
                round,
                list.version(),
                announcements.nextNumber(task.text("issuer").strip(), issuedOn.getYear()),
                task.text("title").strip(),
                issuedOn,
                task.actor().name(),
                task.at());
        announcements.add(announcement, task.actor());
        announceTo(round, announcement, task.at());
    }

    /** Ends the next batch of applications; true while some are left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tellNext(RoundCode round) {
        var batch = announcements.untold(round, BATCH);
        for (var application : batch) {
            String number = application.number().value();
            cases.message(
                    number,
                    SchoolApplicationProcess.SELECTION_ANNOUNCED,
                    Map.of(SchoolApplicationProcess.SELECTION, application.selected() ? "selected" : "notSelected"));
            cases.ended(number, application.selected() ? "APPROVED" : "NOT_SELECTED");
        }
        return batch.size() == BATCH;
    }

    private void announceTo(RoundCode round, Announcement announcement, Instant at) {
        List<ContestResult> all = results.of(round);
        List<ApplicationNumber> selected = all.stream()
                .filter(ContestResult::selected)
                .map(ContestResult::number)
                .toList();
        List<ApplicationNumber> others = all.stream()
                .filter(result -> !result.selected())
                .map(ContestResult::number)
                .toList();
        applications.announce(selected, others, at);
        audit.record(AuditEntry.of(
                "round.announced",
                "round",
                round.value(),
                Map.of(
                        "document", announcement.document().toString(),
                        "list", announcement.listVersion(),
                        "selected", selected.size(),
                        "others", others.size())));
        for (ContestResult result : all) {
            audit.record(AuditEntry.of(
                    "application.announced",
                    "application",
                    result.number().value(),
                    Map.of(
                            "selected",
                            result.selected(),
                            "document",
                            announcement.document().toString())));
        }
    }

    private static LocalDate issuedOn(CompletedTask task) {
        try {
            return LocalDate.parse(task.text("issuedOn"));
        } catch (DateTimeParseException noDate) {
            throw TaskRejected.because("publicity.problem.issuedOn");
        }
    }
}
