package org.chuyi.selection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.application.FrozenApplications.Judged;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Regions;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.workflow.form.FormField;
import org.chuyi.workflow.form.FormGroup;
import org.chuyi.workflow.form.FormNode;
import org.chuyi.workflow.form.FormRows;
import org.chuyi.workflow.form.SensitiveFields;
import org.springframework.stereotype.Component;

/**
 * What tells who applies: the school, its partners and people, as the directory and the form name them, in full, without
 * the region before it, and shortened; the region; every answer of a field that a form marks as a name.
 */
@Component
class BlindNames {

    /** How people shorten a school's kind. */
    private static final Map<String, List<String>> SHORT_KINDS = Map.of(
            "职业技术学院", List.of("职院", "职业学院", "学院"),
            "职业学院", List.of("职院", "学院"),
            "职业技术大学", List.of("职大", "职业大学", "大学"),
            "职业大学", List.of("职大", "大学"),
            "高等专科学校", List.of("高专", "专科学校"),
            "职业中等专业学校", List.of("职业中专", "职中", "职专"),
            "职业中专学校", List.of("职业中专", "职中", "职专"),
            "高级技工学校", List.of("高级技校", "技校"),
            "技师学院", List.of("技师"),
            "工业学校", List.of("工校"));

    private static final int SHORTEST_WITHOUT_REGION = 4;
    private static final String SEPARATORS = "[、，,;；/|\\n]+";
    private static final Set<String> NO_NAMES =
            Set.of("无", "没有", "暂无", "学校", "本校", "政府", "公办", "民办", "企业", "教授", "校长", "湖南", "湖南省");

    private final Organisations organisations;
    private final Regions regions;
    private final SensitiveFields sensitive;

    BlindNames(Organisations organisations, Regions regions, SensitiveFields sensitive) {
        this.organisations = organisations;
        this.regions = regions;
        this.sensitive = sensitive;
    }

    /** For what people write about several applications at once: the names of all who compete. */
    BlindRedaction redaction(List<OrganisationId> schools) {
        Set<String> names = new LinkedHashSet<>();
        for (OrganisationId id : schools) {
            Organisation school = organisations.get(id);
            names.addAll(ofOrganisation(school.name(), places(school.regionCode())));
        }
        names.removeAll(NO_NAMES);
        return new BlindRedaction(names);
    }

    /** @param identifying which fields name somebody; those of the form itself and of the pack as it is today */
    BlindRedaction redaction(Judged judged, IdentifyingFields identifying) {
        Set<String> names = new LinkedHashSet<>();
        Organisation school = organisations.get(judged.school());
        List<String> places = places(school.regionCode());
        names.addAll(places);
        names.addAll(ofOrganisation(school.name(), places));
        school.supervisedBy().map(organisations::get).ifPresent(each -> names.add(each.name()));
        names.add(judged.number().value());
        names.addAll(judged.people());
        Map<String, Object> clear = sensitive.reveal(judged.form(), judged.answers());
        judged.form().sections().forEach(section -> collect(section.nodes(), clear, identifying, places, names));
        names.removeAll(NO_NAMES);
        return new BlindRedaction(names);
    }

    private void collect(
            List<FormNode> nodes,
            Map<String, Object> answers,
            IdentifyingFields identifying,
            List<String> places,
            Set<String> names) {
        for (FormNode node : nodes) {
            if (node instanceof FormGroup group) {
                collect(group.nodes(), answers, identifying, places, names);
            } else if (node instanceof FormRows rows && answers.get(rows.key()) instanceof List<?> list) {
                list.forEach(row -> collect(rows.nodes(), asAnswers(row), identifying, places, names));
            } else if (node instanceof FormField field
                    && identifying.isName(field)
                    && answers.get(field.key()) instanceof String text) {
                add(text, places, names);
            }
        }
    }

    private void add(String text, List<String> places, Set<String> names) {
        names.addAll(ofOrganisation(text.strip(), places));
        Stream.of(text.split(SEPARATORS)).map(String::strip).forEach(part -> {
            names.addAll(ofOrganisation(part, places));
            registered(part).ifPresent(name -> names.addAll(ofOrganisation(name, places)));
        });
    }

    private Optional<String> registered(String code) {
        return SocialCreditCode.isValid(code)
                ? organisations.bySocialCreditCode(new SocialCreditCode(code)).map(Organisation::name)
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asAnswers(Object row) {
        return row instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** 长沙市, 长沙, 岳麓区, 岳麓. */
    private List<String> places(String regionCode) {
        return Stream.of(regions.nameOf(regionCode), regions.cityOf(regionCode).name())
                .distinct()
                .flatMap(name -> Stream.of(name, name.replaceFirst("(?:土家族苗族自治州|[一-龥]{2}族自治县|市|县|区|州)$", "")))
                .filter(name -> name.length() >= 2 && !NO_NAMES.contains(name))
                .distinct()
                .toList();
    }

    static Set<String> ofOrganisation(String name, List<String> places) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        String local = withoutRegion(name, places);
        if (local.length() >= SHORTEST_WITHOUT_REGION) {
            names.add(local);
        }
        for (String each : List.of(name, local)) {
            SHORT_KINDS.forEach((kind, shortened) -> {
                if (each.endsWith(kind) && each.length() - kind.length() >= 2) {
                    String stem = each.substring(0, each.length() - kind.length());
                    shortened.forEach(end -> names.add(stem + end));
                    if (stem.length() >= SHORTEST_WITHOUT_REGION) {
                        names.add(stem);
                    }
                }
            });
        }
        return names;
    }

    private static String withoutRegion(String name, List<String> places) {
        String left = name;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (String place :
                    Stream.concat(Stream.of("湖南省", "湖南"), places.stream()).toList()) {
                if (left.startsWith(place) && left.length() > place.length()) {
                    left = left.substring(place.length());
                    shorter = true;
                }
            }
            if (left.length() < name.length() && left.matches("[市县区].+")) {
                left = left.substring(1);
            }
        }
        return left;
    }
}
