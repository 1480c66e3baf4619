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

/** The {@code application.form} of a pack. */
final class PackForm {

    static final String FILE = "application.form";

    private final Resource resource;
    private final String folder;
    private final String file;

    PackForm(Resource resource, String folder) {
        this.resource = resource;
        this.folder = folder;
        this.file = BrokenPolicyPack.fileOf(folder, FILE);
    }

    FormSchema read() throws IOException {
        if (!resource.exists()) {
            throw new BrokenPolicyPack(file, 1, "the file is missing");
        }
        byte[] json = resource.getContentAsByteArray();
        FormSchema form = parse(json);
        if (!form.id().equals("application-" + folder)) {
            throw new BrokenPolicyPack(
                    file,
                    lineOf(json, '"' + form.id() + '"'),
                    "the form's id must be \"application-%s\", not \"%s\"".formatted(folder, form.id()));
        }
        return form;
    }

    private FormSchema parse(byte[] json) {
        try {
            return FormSchema.parse(json, file);
        } catch (BrokenForm broken) {
            throw new BrokenPolicyPack(file, Math.max(1, broken.line()), broken.reason());
        }
    }

    private static int lineOf(byte[] json, String words) {
        List<String> lines = new String(json, StandardCharsets.UTF_8).lines().toList();
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
