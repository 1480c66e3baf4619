package org.chuyi.publicity;

import java.util.Locale;
import java.util.Map;
import org.chuyi.document.PdfDocuments;
import org.springframework.stereotype.Component;

/** The notice as a file. */
@Component
public class NoticeFiles {

    private final PdfDocuments documents;

    NoticeFiles(PdfDocuments documents) {
        this.documents = documents;
    }

    public byte[] pdf(Notice notice) {
        return documents.render("publicity/notice", Map.of("notice", notice), Locale.SIMPLIFIED_CHINESE);
    }

    public byte[] word(Notice notice) {
        return NoticeAsWord.write(notice);
    }
}
