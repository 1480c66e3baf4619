package org.chuyi.organisation;

import java.util.ArrayList;
import java.util.List;
import org.chuyi.shared.Sha256;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes the directory over into the database, after all other migrations and before anything else starts.
 *
 * <p>A repeatable migration rather than a loader at every start: it runs when the directory has changed since it last ran
 * (its checksum is that of the directory's content), under Flyway's lock when two nodes start at once, and costs nothing
 * otherwise. Demonstration mode is part of the content: switched on later, it adds its organisations; switched off, they
 * stay, for applications may refer to them.
 */
@Component
class DirectoryMigration implements JavaMigration {

    private final List<Region> regions = ReferenceDirectory.regions();
    private final List<DirectoryEntry> organisations;

    DirectoryMigration(@Value("${chuyi.demo}") boolean demonstration) {
        organisations = new ArrayList<>(ReferenceDirectory.organisations());
        if (demonstration) {
            organisations.addAll(DemonstrationDirectory.organisations(regions));
        }
    }

    /** None: repeatable. */
    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "directory";
    }

    @Override
    public Integer getChecksum() {
        String content = regions + "\n" + organisations;
        return Integer.parseUnsignedInt(Sha256.of(content).hex().substring(0, 8), 16);
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        new DirectoryStore(new SingleConnectionDataSource(context.getConnection(), true)).put(regions, organisations);
    }
}
