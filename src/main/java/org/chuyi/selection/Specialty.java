package org.chuyi.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chuyi.shared.MajorCode;
import org.chuyi.shared.Majors;

/**
 * 专业大类 of the catalogue (职业教育专业目录, 2021), by which experts and applications are matched; the strata of a draw.
 * The same category has its own code at each level: 46, 66 and 26 are all 装备制造大类. The names are stored.
 */
public enum Specialty {
    /** 综合: of applications that name no major; every expert can take such a seat. */
    GENERAL,
    AGRICULTURE,
    RESOURCES,
    ENERGY,
    CONSTRUCTION,
    WATER,
    MANUFACTURING,
    CHEMISTRY,
    LIGHT_INDUSTRY,
    FOOD_AND_MEDICINE,
    TRANSPORT,
    ELECTRONICS,
    HEALTH,
    BUSINESS,
    TOURISM,
    CULTURE_AND_ARTS,
    JOURNALISM,
    EDUCATION_AND_SPORTS,
    PUBLIC_SECURITY,
    PUBLIC_SERVICE;

    private static final Pattern CODE = Pattern.compile("[2-7]\\d{3}(\\d{2}K?)?");
    private static final int LEVEL = 20;
    private static final int CLASS_DIGITS = 4;
    private static final int MAJOR_DIGITS = 6;

    /** Key of its name. */
    public String message() {
        return "selection.specialty." + name();
    }

    /**
     * The category of a major's code (460101) or a class's (4601); empty when it is none.
     *
     * <p>Our catalogue is whole within each class that it lists, and lists not every class: of another class, the form
     * of the code is all that can be checked.
     */
    public static Optional<Specialty> of(String code) {
        String wanted = code.strip().toUpperCase(java.util.Locale.ROOT);
        if (!CODE.matcher(wanted).matches() || !isInCatalogue(wanted)) {
            return Optional.empty();
        }
        int category = Integer.parseInt(wanted.substring(0, 2)) % LEVEL;
        return category == 0 ? Optional.empty() : Optional.of(values()[category]);
    }

    private static boolean isInCatalogue(String code) {
        if (code.length() == CLASS_DIGITS) {
            return true;
        }
        var ofClass = Majors.catalogue().all().stream()
                .map(major -> major.code().value())
                .filter(known -> known.startsWith(code.substring(0, CLASS_DIGITS)))
                .toList();
        return MajorCode.isValid(code)
                && (ofClass.isEmpty()
                        || ofClass.stream().anyMatch(known -> known.startsWith(code.substring(0, MAJOR_DIGITS))));
    }

    /** What an application counts for: the category of most of its majors, the earlier one of two; 综合 without any. */
    public static Specialty ofApplication(Collection<String> majors) {
        Map<Specialty, Integer> counts = new EnumMap<>(Specialty.class);
        majors.forEach(code -> of(code).ifPresent(found -> counts.merge(found, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.<Specialty, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Specialty, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(GENERAL);
    }
}
