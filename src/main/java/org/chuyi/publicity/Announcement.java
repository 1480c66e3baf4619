package org.chuyi.publicity;

import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.programme.RoundCode;
import org.chuyi.shared.DocumentNumber;

/** 公布: the document by which a round's results become known. */
public record Announcement(
        RoundCode round,
        int listVersion,
        DocumentNumber document,
        String title,
        LocalDate issuedOn,
        String issuedByName,
        Instant issuedAt) {}
