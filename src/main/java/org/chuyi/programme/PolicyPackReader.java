package org.chuyi.programme;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one {@code programme.yaml}. */
final class PolicyPackReader {

    private static final Set<String> REQUIRED = Set.of(
            "code",
            "version",
            "shortCode",
            "names",
            "summary",
            "basis",
            "number",
            "applicants",
            "route",
            "countersigners",
            "competitive",
            "blind",
            "workdays",
            "materials",
            "guide");
    private static final Set<String> OPTIONAL =
            Set.of("nominates", "applicationsPerSchool", "cityQuota", "perCity", "excludes", "designated", "partners");
    private static final Set<String> FILE_TYPES = Set.of("pdf", "docx", "xlsx", "jpg", "png");
    private static final int SCHOOL_SIGN_OFF_WORKDAYS = 5;

    static final String FILE = "programme.yaml";

    /** What the file says, and its nodes for checks that need more than the file. */
    record Pack(Programme programme, PackNode.Fields fields) {
        PackNode field(String key) {
            return fields.get(key);
        }
    }

    Pack read(Resource resource) throws IOException {
        String folder = folderOf(resource);
        String file = BrokenPolicyPack.fileOf(folder, FILE);
        var fields = new PackNode(file, compose(resource, file), "programme").fields(REQUIRED, OPTIONAL);
        var form = PackForm.application(resource, folder).read();
        var scoreSheet = scoreSheet(PackForm.scoreSheet(resource, folder), fields.get("competitive"));
        return new Pack(programme(fields, folder, form, scoreSheet), fields);
    }

    /** A programme that competes has a score sheet; another one may have one, for rounds in which it does. */
    private static Optional<ScoreSheetForm> scoreSheet(PackForm form, PackNode competitive) throws IOException {
        if (!form.exists() && competitive.truth()) {
            throw form.missing();
        }
        return form.exists() ? Optional.of(PackScoreSheet.read(form)) : Optional.empty();
    }

    private static String folderOf(Resource resource) throws IOException {
        String[] path = resource.getURL().getPath().split("/");
        return path[path.length - 2];
    }

    private static Node compose(Resource resource, String file) throws IOException {
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            Node node = new Yaml(new LoaderOptions()).compose(reader);
            if (node == null) {
                throw new BrokenPolicyPack(file, 1, "the file is empty");
            }
            return node;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BrokenPolicyPack(file, mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
        }
    }

    private static Programme programme(
            PackNode.Fields pack, String folder, FormSchema form, Optional<ScoreSheetForm> scoreSheet) {
        boolean blind = pack.get("blind").truth();
        return new Programme(
                code(pack.get("code"), folder),
                pack.get("version").integer(1, 9999),
                shortCode(pack.get("shortCode")),
                pack.get("names").bilingual(),
                pack.get("summary").bilingual(),
                pack.get("basis").filledList(PolicyPackReader::basis),
                number(pack.get("number")),
                inOrder(pack.get("applicants").filledList(PolicyPackReader::kind)),
                pack.find("nominates").map(node -> node.oneOf(Set.of("PERSON"))).isPresent(),
                pack.find("applicationsPerSchool")
                        .map(node -> node.integer(1, 99))
                        .orElse(1),
                pack.get("route").oneOf(ReviewRoute.class, Enum::name),
                pack.find("cityQuota").map(node -> node.integer(1, 999)),
                pack.find("perCity").map(node -> node.integer(1, 99)),
                inOrder(pack.list("excludes", PolicyPackReader::otherCode)),
                pack.list("designated", PackNode::text),
                inOrder(pack.get("countersigners").list(node -> node.oneOf(Department.class, Enum::name))),
                pack.get("competitive").truth(),
                blind,
                pack.find("partners").map(node -> partners(node, form)),
                workdays(pack.get("workdays")),
                materials(pack.get("materials"), blind),
                guide(pack.get("guide")),
                form,
                scoreSheet);
    }

    private static ProgrammeCode code(PackNode node, String folder) {
        ProgrammeCode code = otherCode(node);
        if (!code.value().equals(folder)) {
            throw node.broken("code \"%s\" differs from the folder's name \"%s\"".formatted(code, folder));
        }
        return code;
    }

    private static ProgrammeCode otherCode(PackNode node) {
        String text = node.text();
        if (!ProgrammeCode.isCode(text)) {
            throw node.broken("\"%s\" is not a code: lower-case words joined by hyphens".formatted(text));
        }
        return new ProgrammeCode(text);
    }

    private static String shortCode(PackNode node) {
        String text = node.quotedText();
        if (!text.matches("[0-9]{2}")) {
            throw node.broken("shortCode must be two digits in quotes, not \"%s\"".formatted(text));
        }
        return text;
    }

    private static Basis basis(PackNode node) {
        var fields = node.fields(Set.of("text", "source"), Set.of());
        return new Basis(fields.get("text").bilingual(), source(fields.get("source")));
    }

    private static Source source(PackNode node) {
        return node.oneOf(Source.class, source -> source.name().toLowerCase());
    }

    private static ProgrammeNumber number(PackNode node) {
        var fields = node.fields(Set.of("default", "source"), Set.of("tracks"));
        int byDefault = fields.get("default").integer(0, 9999);
        var tracks = fields.list("tracks", PolicyPackReader::track);
        int sum = tracks.stream().mapToInt(ProgrammeNumber.Track::number).sum();
        if (!tracks.isEmpty() && sum != byDefault) {
            throw fields.get("default")
                    .broken("the tracks' numbers make %d, not the default %d".formatted(sum, byDefault));
        }
        return new ProgrammeNumber(byDefault, source(fields.get("source")), tracks);
    }

    private static ProgrammeNumber.Track track(PackNode node) {
        var fields = node.fields(Set.of("code", "names", "number", "source", "applicants"), Set.of());
        return new ProgrammeNumber.Track(
                fields.get("code").text(),
                fields.get("names").bilingual(),
                fields.get("number").integer(0, 9999),
                source(fields.get("source")),
                Set.copyOf(fields.list("applicants", PolicyPackReader::kind)));
    }

    private static OrganisationKind kind(PackNode node) {
        return node.oneOf(OrganisationKind.class, Enum::name);
    }

    private static PartnerRule partners(PackNode node, FormSchema form) {
        var fields = node.fields(Set.of("field", "codeField", "minimum", "kinds"), Set.of("requiredKinds"));
        String rows = fields.get("field").text();
        if (!PackForm.hasRows(form, rows)) {
            throw fields.get("field").broken("the form has no repeating rows \"%s\"".formatted(rows));
        }
        String codeField = fields.get("codeField").text();
        if (form.field(rows + "." + codeField).isEmpty()) {
            throw fields.get("codeField")
                    .broken("the form's rows \"%s\" have no field \"%s\"".formatted(rows, codeField));
        }
        return new PartnerRule(
                rows,
                codeField,
                fields.get("minimum").integer(0, 50),
                inOrder(fields.get("kinds").filledList(PolicyPackReader::kind)),
                fields.list("requiredKinds", PolicyPackReader::kind));
    }

    private static StepWorkdays workdays(PackNode node) {
        var fields = node.fields(Set.of("cityReview", "formalCheck", "correction"), Set.of("schoolSignOff"));
        return new StepWorkdays(
                fields.find("schoolSignOff").map(PolicyPackReader::days).orElse(SCHOOL_SIGN_OFF_WORKDAYS),
                days(fields.get("cityReview")),
                days(fields.get("formalCheck")),
                days(fields.get("correction")));
    }

    private static int days(PackNode node) {
        return node.integer(1, RoundProgramme.LONGEST_STEP);
    }

    private static List<MaterialRequirement> materials(PackNode node, boolean blindProgramme) {
        Set<String> codes = new LinkedHashSet<>();
        return node.filledList(each -> {
            var fields =
                    each.fields(Set.of("code", "names", "required", "types"), Set.of("hint", "maximumFiles", "blind"));
            String code = fields.get("code").text();
            if (!ProgrammeCode.isCode(code)) {
                throw fields.get("code")
                        .broken("material code \"%s\" must be lower-case words with hyphens".formatted(code));
            }
            if (!codes.add(code)) {
                throw fields.get("code").broken("material \"%s\" stands twice".formatted(code));
            }
            Set<String> types = inOrder(fields.get("types").filledList(type -> type.oneOf(FILE_TYPES)));
            return new MaterialRequirement(
                    code,
                    fields.get("names").bilingual(),
                    fields.find("hint").map(PackNode::bilingual),
                    fields.get("required").truth(),
                    types,
                    fields.find("maximumFiles").map(n -> n.integer(1, 50)).orElse(1),
                    fields.find("blind")
                            .map(blind -> blindMaterial(blind, types, blindProgramme))
                            .orElse(false));
        });
    }

    /** What experts read without names is PDF, the one kind whose file properties we take out. */
    private static boolean blindMaterial(PackNode node, Set<String> types, boolean blindProgramme) {
        boolean blind = node.truth();
        if (blind && !blindProgramme) {
            throw node.broken("a material for blind scoring in a programme that is not scored blind");
        }
        if (blind && !types.equals(Set.of("pdf"))) {
            throw node.broken("a material for blind scoring is of type pdf alone");
        }
        return blind;
    }

    private static List<GuideBlock> guide(PackNode node) {
        List<GuideBlock> blocks = node.list(PolicyPackReader::guideBlock);
        List<GuideBlock.Kind> order = blocks.stream().map(GuideBlock::kind).toList();
        if (!order.equals(List.of(GuideBlock.Kind.values()))) {
            throw node.broken("guide must have the blocks conditions, materials, process, timeLimits, basis, faq in"
                    + " this order, each once");
        }
        return blocks;
    }

    private static GuideBlock guideBlock(PackNode node) {
        var fields = node.fields(Set.of("block"), Set.of("paragraphs", "items", "questions"));
        var block = new GuideBlock(
                fields.get("block").oneOf(GuideBlock.Kind.class, GuideBlock.Kind::code),
                fields.list("paragraphs", PackNode::bilingual),
                fields.list("items", PackNode::bilingual),
                fields.list("questions", PolicyPackReader::question));
        if (block.texts().findAny().isEmpty()) {
            throw node.broken(
                    "guide block \"%s\" has no text".formatted(block.kind().code()));
        }
        return block;
    }

    private static GuideBlock.Question question(PackNode node) {
        var fields = node.fields(Set.of("question", "answer"), Set.of());
        return new GuideBlock.Question(
                fields.get("question").bilingual(), fields.get("answer").bilingual());
    }

    private static <T> Set<T> inOrder(List<T> elements) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
