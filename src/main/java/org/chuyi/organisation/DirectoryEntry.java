package org.chuyi.organisation;

import org.chuyi.shared.RegionCode;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;

/**
 * An organisation as the directory is told of it; checked on the way in.
 *
 * @param schoolCode may be null; where there is one, it identifies the organisation, otherwise the name does
 * @param socialCreditCode may be null
 * @param supervisedBy name of the supervising authority, or null
 */
record DirectoryEntry(
        OrganisationKind kind,
        String name,
        RegionCode region,
        SchoolCode schoolCode,
        SocialCreditCode socialCreditCode,
        String supervisedBy,
        boolean privatelyRun,
        boolean demonstration) {

    DirectoryEntry {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An organisation without name in " + region);
        }
    }
}
