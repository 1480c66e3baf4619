package org.chuyi.application.upload;

import static org.chuyi.application.upload.IncomingFile.LARGEST;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.workflow.form.FieldProblem;

/** What a file must be to count as a material, whoever sends it; the first rule that objects is told. */
public final class UploadRules {

    private static final List<UploadRule> RULES = List.of(
            UploadRules::notEmpty,
            UploadRules::notTooLarge,
            UploadRules::ofARequiredType,
            UploadRules::soundPdf,
            UploadRules::harmlessOfficeFile,
            UploadRules::pictureOfReasonableSize);

    private static final long MEGABYTE = 1024 * 1024;

    private UploadRules() {}

    private interface UploadRule {
        Optional<FieldProblem> objection(IncomingFile file, MaterialRequirement material) throws IOException;
    }

    public static Optional<FieldProblem> objection(IncomingFile file, MaterialRequirement material) throws IOException {
        for (UploadRule rule : RULES) {
            Optional<FieldProblem> objection = rule.objection(file, material);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /** A problem of one material, with message {@code application.problem.<code>}. */
    public static FieldProblem problem(MaterialRequirement material, String code, Object... arguments) {
        return FieldProblem.of(
                "material." + material.code(), material.names().zh(), "application.problem." + code, arguments);
    }

    private static Optional<FieldProblem> notEmpty(IncomingFile file, MaterialRequirement material) {
        return file.size() > 0 ? Optional.empty() : Optional.of(problem(material, "materialEmpty", shown(file)));
    }

    private static Optional<FieldProblem> notTooLarge(IncomingFile file, MaterialRequirement material) {
        return file.size() <= LARGEST
                ? Optional.empty()
                : Optional.of(problem(material, "materialTooLarge", LARGEST / MEGABYTE));
    }

    private static Optional<FieldProblem> ofARequiredType(IncomingFile file, MaterialRequirement material) {
        if (material.types().contains(file.kind().extension())) {
            return Optional.empty();
        }
        return Optional.of(problem(material, "materialIs." + file.kind(), shown(file), typesOf(material)));
    }

    private static Optional<FieldProblem> soundPdf(IncomingFile file, MaterialRequirement material) throws IOException {
        return file.kind() == FileKind.PDF ? told(PdfCheck.problem(file.content()), file, material) : Optional.empty();
    }

    private static Optional<FieldProblem> harmlessOfficeFile(IncomingFile file, MaterialRequirement material)
            throws IOException {
        return file.kind().isOffice() ? told(OfficeArchive.problem(file.content()), file, material) : Optional.empty();
    }

    private static Optional<FieldProblem> pictureOfReasonableSize(IncomingFile file, MaterialRequirement material)
            throws IOException {
        return file.kind().isPicture()
                ? told(PictureCheck.problem(file.content(), file.kind()), file, material)
                : Optional.empty();
    }

    private static Optional<FieldProblem> told(Optional<String> code, IncomingFile file, MaterialRequirement material) {
        return code.map(found -> problem(material, found, shown(file)));
    }

    private static String shown(IncomingFile file) {
        return SafeName.of(file.givenName());
    }

    private static String typesOf(MaterialRequirement material) {
        return material.types().stream().map(String::toUpperCase).sorted().collect(Collectors.joining(" / "));
    }
}
