package org.chuyi.selection.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.document.PdfDocuments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会签单 as a PDF. Each copy that leaves is a line in the record. */
@Service
class CountersignSheets {

    private final PdfDocuments documents;
    private final AuditTrail audit;
    private final Clock clock;

    CountersignSheets(PdfDocuments documents, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    byte[] export(OpenedContest opened, Locale locale) {
        audit.record(AuditEntry.of("contest.countersignSheetExported", "contest", opened.key(), Map.of()));
        return documents.render(
                "selection/countersign-sheet", Map.of("opened", opened, "printedAt", clock.instant()), locale);
    }
}
