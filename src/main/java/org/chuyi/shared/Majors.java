package org.chuyi.shared;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The catalogue of vocational majors (职业教育专业目录, 2021). */
public final class Majors {

    private static final Majors CATALOGUE = new Majors(ReferenceTable.read("major-catalogue.csv", Row.class));

    private final Map<MajorCode, Major> byCode;

    private record Row(String code, String name, String majorClass, String category) {
        Major major() {
            return new Major(new MajorCode(code), name, majorClass, category);
        }
    }

    private Majors(List<Row> rows) {
        byCode = rows.stream()
                .map(Row::major)
                .collect(toMap(
                        Major::code,
                        major -> major,
                        (one, other) -> {
                            throw new IllegalStateException("Twice in the catalogue: " + one.code());
                        },
                        TreeMap::new));
    }

    public static Majors catalogue() {
        return CATALOGUE;
    }

    public Optional<Major> find(MajorCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** In order of code. */
    public List<Major> all() {
        return List.copyOf(byCode.values());
    }

    /** In order of code. */
    public List<Major> of(MajorLevel level) {
        return byCode.values().stream()
                .filter(major -> major.code().level() == level)
                .toList();
    }
}
