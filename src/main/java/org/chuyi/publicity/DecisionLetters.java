package org.chuyi.publicity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.application.ProjectApplication;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.document.PdfDocuments;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.ChineseDates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 决定书: what an applicant is told of its own application, as a file. Nobody has one before the announcement. */
@Service
public class DecisionLetters {

    private final Applications applications;
    private final Announcing announcing;
    private final Organisations organisations;
    private final PolicyPacks packs;
    private final PdfDocuments documents;
    private final AuditTrail audit;

    DecisionLetters(
            Applications applications,
            Announcing announcing,
            Organisations organisations,
            PolicyPacks packs,
            PdfDocuments documents,
            AuditTrail audit) {
        this.applications = applications;
        this.announcing = announcing;
        this.organisations = organisations;
        this.packs = packs;
        this.documents = documents;
        this.audit = audit;
    }

    /** The letter, if this person may read the application and it was announced; each copy is a line in the record. */
    @Transactional
    public Optional<byte[]> of(String number, Actor actor) {
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, actor))
                .flatMap(application -> announcing
                        .find(application.roundCode())
                        .filter(announced -> application.status() == ApplicationStatus.APPROVED
                                || application.status() == ApplicationStatus.NOT_SELECTED)
                        .map(announced -> letter(application, announced)));
    }

    private byte[] letter(ProjectApplication application, Announcement announced) {
        audit.record(AuditEntry.of(
                "application.letterExported",
                "application",
                application.number().value(),
                Map.of("document", announced.document().toString())));
        return documents.render(
                "publicity/decision-letter",
                Map.of(
                        "number", application.number().value(),
                        "school", organisations.get(application.school()).name(),
                        "programme",
                                packs.programme(application.programmeCode())
                                        .names()
                                        .zh(),
                        "selected", application.status() == ApplicationStatus.APPROVED,
                        "document", announced.document().toString(),
                        "title", announced.title(),
                        "issuedOn", ChineseDates.date(announced.issuedOn())),
                Locale.SIMPLIFIED_CHINESE);
    }
}
