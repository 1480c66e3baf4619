package org.chuyi.shared;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a table of {@code src/main/resources/reference}: UTF-8, a header line whose words are the record's components. */
public final class ReferenceTable {

    private static final CsvMapper CSV = new CsvMapper();

    private ReferenceTable() {}

    public static <T> List<T> read(String file, Class<T> row) {
        try (InputStream table = open(file);
                MappingIterator<T> rows = CSV.readerFor(row)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(table)) {
            return List.copyOf(rows.readAll());
        } catch (IOException broken) {
            throw new UncheckedIOException("reference/" + file + " cannot be read", broken);
        }
    }

    /** Of the file's content. */
    public static Sha256 checksum(String file) {
        try (InputStream table = open(file)) {
            return Sha256.of(table);
        } catch (IOException broken) {
            throw new UncheckedIOException("reference/" + file + " cannot be read", broken);
        }
    }

    private static InputStream open(String file) {
        InputStream table = ReferenceTable.class.getResourceAsStream("/reference/" + file);
        if (table == null) {
            throw new IllegalArgumentException("No such file: reference/" + file);
        }
        return table;
    }
}
