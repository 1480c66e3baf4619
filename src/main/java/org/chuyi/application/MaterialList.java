package org.chuyi.application;

import java.util.List;
import java.util.stream.Stream;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;

/**
 * The materials of an application, by requirement in the programme's order.
 *
 * @param editable whether its reader may add and remove files now
 */
public record MaterialList(ApplicationNumber application, boolean editable, List<Material> materials) {

    /** One requirement, and the files that are there for it in the order of upload. */
    public record Material(MaterialRequirement requirement, List<Attachment> files) {

        public boolean isMissing() {
            return requirement.required() && files.isEmpty();
        }

        public boolean isFull() {
            return files.size() >= requirement.maximumFiles();
        }
    }

    static MaterialList of(
            ApplicationNumber application, boolean editable, Programme programme, List<Attachment> attachments) {
        return new MaterialList(
                application,
                editable,
                programme.materials().stream()
                        .map(requirement -> new Material(requirement, filesOf(requirement, attachments)))
                        .toList());
    }

    public Stream<Material> missing() {
        return materials.stream().filter(Material::isMissing);
    }

    private static List<Attachment> filesOf(MaterialRequirement requirement, List<Attachment> attachments) {
        return attachments.stream()
                .filter(file -> file.materialCode().equals(requirement.code()))
                .toList();
    }
}
