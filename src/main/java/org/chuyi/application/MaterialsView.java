package org.chuyi.application;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.chuyi.shared.WorkCalendar;

/**
 * Materials as {@code templates/application/materials.html} shows them, in the reader's language.
 *
 * @param url where files are sent to
 * @param missing how many required materials have no file
 */
public record MaterialsView(List<Requirement> requirements, String url, boolean readOnly, int missing) {

    private static final DateTimeFormatter UPLOADED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.ZONE);

    /** @param hint null where there is none */
    public record Requirement(
            String code,
            String name,
            String hint,
            boolean required,
            List<String> types,
            int maximumFiles,
            List<File> files) {}

    /** @param note when it came */
    public record File(long id, String name, long size, String note, String href, Instant uploadedAt, String sha256) {

        public static File of(Attachment attachment) {
            return new File(
                    attachment.id(),
                    attachment.fileName(),
                    attachment.size(),
                    UPLOADED.format(attachment.uploadedAt()),
                    "/materials/" + attachment.id(),
                    attachment.uploadedAt(),
                    attachment.sha256());
        }
    }

    public static MaterialsView of(MaterialList list, Locale locale) {
        return new MaterialsView(
                list.materials().stream()
                        .map(material -> requirement(material, locale))
                        .toList(),
                "/applications/" + list.application() + "/materials",
                !list.editable(),
                (int) list.missing().count());
    }

    private static Requirement requirement(MaterialList.Material material, Locale locale) {
        var requirement = material.requirement();
        return new Requirement(
                requirement.code(),
                requirement.names().in(locale),
                requirement.hint().map(hint -> hint.in(locale)).orElse(null),
                requirement.required(),
                requirement.types().stream().sorted().toList(),
                requirement.maximumFiles(),
                material.files().stream().map(File::of).toList());
    }
}
