package org.chuyi.programme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chuyi.workflow.form.BrokenForm;
import org.chuyi.workflow.form.FormGroup;
import org.chuyi.workflow.form.FormNode;
import org.chuyi.workflow.form.FormRows;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.core.io.Resource;

/** A form of a pack: {@code application.form} or {@code score-sheet.form}. */
final class PackForm {

    private static final String APPLICATION = "application";

    private final Resource resource;
    private final String id;
    private final String file;

    private PackForm(Resource pack, String folder, String name) throws IOException {
        this.resource = pack.createRelative(name + ".form");
        this.id = name + "-" + folder;
        this.file = BrokenPolicyPack.fileOf(folder, name + ".form");
    }

    /** @param pack the pack's {@code programme.yaml} */
    static PackForm application(Resource pack, String folder) throws IOException {
        return new PackForm(pack, folder, APPLICATION);
    }

    static PackForm scoreSheet(Resource pack, String folder) throws IOException {
        return new PackForm(pack, folder, ScoreSheetForm.NAME);
    }

    boolean exists() {
        return resource.exists();
    }

    BrokenPolicyPack missing() {
        return new BrokenPolicyPack(file, 1, "the file is missing");
    }

    FormSchema read() throws IOException {
        if (!exists()) {
            throw missing();
        }
        FormSchema form = parse();
        if (!form.id().equals(id)) {
            throw broken('"' + form.id() + '"', "the form's id must be \"%s\", not \"%s\"".formatted(id, form.id()));
        }
        return form;
    }

    private FormSchema parse() throws IOException {
        try {
            return FormSchema.parse(resource.getContentAsByteArray(), file);
        } catch (BrokenForm broken) {
            throw new BrokenPolicyPack(file, Math.max(1, broken.line()), broken.reason());
        }
    }

    /** @param words that stand in the file where the problem is */
    BrokenPolicyPack broken(String words, String problem) throws IOException {
        return new BrokenPolicyPack(file, lineOf(words), problem);
    }

    private int lineOf(String words) throws IOException {
        List<String> lines = new String(resource.getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).contains(words)) {
                return index + 1;
            }
        }
        return 1;
    }

    static boolean hasRows(FormSchema form, String path) {
        return form.sections().stream().anyMatch(section -> hasRows(section.nodes(), path));
    }

    private static boolean hasRows(List<FormNode> nodes, String path) {
        return nodes.stream()
                .anyMatch(node -> node instanceof FormRows rows && rows.path().equals(path)
                        || node instanceof FormGroup group && hasRows(group.nodes(), path));
    }
}
