package org.chuyi.organisation;

import java.util.List;
import org.chuyi.shared.ReferenceTable;
import org.chuyi.shared.RegionCode;
import org.chuyi.shared.SchoolCode;

/** The real regions and organisations, from the files in {@code reference/}. */
final class ReferenceDirectory {

    private ReferenceDirectory() {}

    private record RegionRow(String code, String name) {
        Region region() {
            return new Region(RegionCode.parse(code), name);
        }
    }

    private record OrganisationRow(
            OrganisationKind kind,
            String name,
            String regionCode,
            String schoolCode,
            String ownership,
            String supervisedBy) {
        DirectoryEntry entry() {
            return new DirectoryEntry(
                    kind,
                    name,
                    RegionCode.parse(regionCode),
                    schoolCode.isEmpty() ? null : SchoolCode.parse(schoolCode),
                    null,
                    supervisedBy.isEmpty() ? null : supervisedBy,
                    ownership.equals("private"),
                    false);
        }
    }

    /** In order of code, so that each comes after the one that it lies in. */
    static List<Region> regions() {
        return ReferenceTable.read("administrative-regions.csv", RegionRow.class).stream()
                .map(RegionRow::region)
                .toList();
    }

    /** Authorities before the schools that they supervise. */
    static List<DirectoryEntry> organisations() {
        return ReferenceTable.read("organisations.csv", OrganisationRow.class).stream()
                .map(OrganisationRow::entry)
                .toList();
    }
}
