package org.chuyi.application.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.programme.PartnerRule;
import org.chuyi.programme.Programme;
import org.chuyi.shared.Major;
import org.chuyi.shared.MajorLevel;
import org.chuyi.shared.Majors;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.workflow.form.FieldLimits;
import org.chuyi.workflow.form.FormField;
import org.chuyi.workflow.form.FormGroup;
import org.chuyi.workflow.form.FormNode;
import org.chuyi.workflow.form.FormRows;
import org.chuyi.workflow.form.FormSchema;

/** A whole and valid set of answers to any application form, made from what the form itself asks for. */
public final class ExampleAnswers {

    private static final List<String> FITTING_PATTERNS =
            List.of("2026", "410000", "0731-84714899", "https://www.example.org", "2026-2028", "A1", "1");
    private static final String UNIT_CODE =
            SocialCreditCode.ofBody("12430000444885356").value();
    private static final String IDENTITY_NUMBER = "11010519491231002X";
    private static final int MAJORS_AT_LEAST = 3;

    private final Programme programme;
    private final Organisation school;
    private final List<Organisation> partners;

    /** @param partners registered organisations that fit the programme's partner rule, if it has one */
    public ExampleAnswers(Programme programme, Organisation school, List<Organisation> partners) {
        this.programme = programme;
        this.school = school;
        this.partners = partners;
    }

    public Map<String, Object> to(FormSchema form) {
        Map<String, Object> answers = new LinkedHashMap<>();
        form.sections().forEach(section -> fill(section.nodes(), answers, 0));
        return answers;
    }

    private void fill(List<FormNode> nodes, Map<String, Object> into, int row) {
        for (FormNode node : nodes) {
            if (node instanceof FormField field) {
                into.put(field.key(), value(field, row));
            } else if (node instanceof FormRows rows) {
                into.put(rows.key(), rows(rows));
            } else if (node instanceof FormGroup group) {
                fill(group.nodes(), into, row);
            }
        }
    }

    private List<Map<String, Object>> rows(FormRows rows) {
        Optional<PartnerRule> partnerRule =
                programme.partners().filter(rule -> rule.field().equals(rows.key()));
        int wanted = partnerRule.isPresent()
                ? partners.size()
                : Math.max(rows.minimum(), rows.key().equals("majors") ? MAJORS_AT_LEAST : 2);
        List<Map<String, Object>> filled = new ArrayList<>();
        for (int i = 0; i < Math.min(wanted, rows.maximum()); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            fill(rows.nodes(), row, i);
            if (partnerRule.isPresent()) {
                namePartner(row, partnerRule.get(), partners.get(i));
            }
            filled.add(row);
        }
        return filled;
    }

    private static void namePartner(Map<String, Object> row, PartnerRule rule, Organisation partner) {
        row.put(rule.codeField(), partner.socialCreditCode().orElseThrow());
        row.computeIfPresent("name", (key, made) -> partner.name());
        row.computeIfPresent("kind", (key, made) -> made);
    }

    private Object value(FormField field, int row) {
        return switch (field.type()) {
            case TEXTFIELD -> text(field, row);
            case TEXTAREA -> paragraphs(field);
            case NUMBER -> number(field.limits(), row);
            case DATETIME -> "20%02d-09-01".formatted(15 + row);
            case SELECT, RADIO ->
                field.options().get(row % field.options().size()).value();
            case CHECKLIST ->
                field.options().stream().limit(2).map(option -> option.value()).toList();
            case CHECKBOX -> true;
        };
    }

    private String text(FormField field, int row) {
        FieldLimits limits = field.limits();
        if (limits.email()) {
            return "office@example.org";
        }
        if (limits.pattern() != null) {
            return FITTING_PATTERNS.stream()
                    .filter(text -> limits.pattern().matcher(text).find())
                    .findFirst()
                    .orElse("");
        }
        return field.check()
                .map(check -> identifier(check, row))
                .or(() -> field.prefill().flatMap(this::known))
                .orElseGet(() -> atMost(ExampleTexts.answerTo(field.label().zh(), row), limits.maxLength()));
    }

    private String identifier(String check, int row) {
        return switch (check) {
            case "socialCreditCode" -> school.socialCreditCode().orElse(UNIT_CODE);
            case "identityNumber" -> IDENTITY_NUMBER;
            case "majorCode" -> manufacturing().get(row).code().value();
            case "schoolCode" -> school.schoolCode().orElse("3643" + school.regionCode());
            case "regionCode" -> school.regionCode();
            case "mobilePhone" -> "1380731%04d".formatted(1000 + row);
            default -> throw new IllegalArgumentException("No example for the check " + check);
        };
    }

    /** Majors that the school teaches: of manufacturing, at its level. */
    private List<Major> manufacturing() {
        MajorLevel level =
                school.kind() == OrganisationKind.HIGHER_COLLEGE ? MajorLevel.ASSOCIATE : MajorLevel.SECONDARY;
        return Majors.catalogue().of(level).stream()
                .filter(major -> major.category().equals("装备制造大类"))
                .toList();
    }

    private Optional<String> known(String source) {
        return switch (source) {
            case "organisation.name" -> Optional.of(school.name());
            case "organisation.region" -> Optional.of("湖南省");
            case "account.name" -> Optional.of(ExampleTexts.person(0));
            default -> Optional.empty();
        };
    }

    private static String paragraphs(FormField field) {
        String text = "围绕“" + field.label().zh() + "”，学校坚持立德树人、产教融合，对接湖南先进制造业与现代服务业，"
                + "近三年形成了稳定的工作机制，明确了责任部门、时间节点和验收标准。下一步将按年度分解任务，"
                + "每季度检查一次，年底形成总结报告，确保目标如期完成、成果可以推广。";
        Integer least = field.limits().minLength();
        while (least != null && text.length() < least) {
            text = text + text;
        }
        return atMost(text, field.limits().maxLength());
    }

    private static String atMost(String text, Integer length) {
        return length == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static Object number(FieldLimits limits, int row) {
        BigDecimal least = limits.min() == null ? BigDecimal.ZERO : limits.min();
        BigDecimal most = limits.max() == null ? least.add(BigDecimal.valueOf(1000)) : limits.max();
        return amount(limits, least, most, row)
                .min(most)
                .setScale(0, RoundingMode.DOWN)
                .max(least)
                .longValue();
    }

    private static BigDecimal amount(FieldLimits limits, BigDecimal least, BigDecimal most, int row) {
        if (limits.isYear()) {
            return least.longValue() < 2000 ? BigDecimal.valueOf(1986) : least.add(BigDecimal.valueOf(row));
        }
        BigDecimal span = most.subtract(least);
        return span.compareTo(BigDecimal.valueOf(2000)) > 0
                ? least.add(BigDecimal.valueOf(860L + 120L * row))
                : least.add(span.multiply(BigDecimal.valueOf(0.6)));
    }
}
