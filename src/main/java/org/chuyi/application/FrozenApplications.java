package org.chuyi.application;

import java.util.List;
import java.util.Map;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Applications as a contest's experts are given them: the frozen version that is judged. Asks nobody's permission; the
 * contest knows who scores what, and which of it she must not see.
 */
@Component
public class FrozenApplications {

    private final ProjectApplications applications;
    private final ApplicationVersions versions;
    private final ApplicationForms forms;
    private final Attachments attachments;
    private final StoredFiles files;

    FrozenApplications(
            ProjectApplications applications,
            ApplicationVersions versions,
            ApplicationForms forms,
            Attachments attachments,
            StoredFiles files) {
        this.applications = applications;
        this.versions = versions;
        this.forms = forms;
        this.attachments = attachments;
        this.files = files;
    }

    /**
     * @param form as the application was written in it
     * @param answers as stored, sensitive ones encrypted
     * @param materials in order of material and upload
     * @param people who signed it, as the system knows them
     */
    public record Judged(
            ApplicationNumber number,
            ProgrammeCode programme,
            OrganisationId school,
            String cityCode,
            FormSchema form,
            Map<String, Object> answers,
            List<Attachment> materials,
            List<String> people) {}

    public Judged get(ApplicationNumber number, int version) {
        var application = applications.find(number).orElseThrow();
        var frozen = versions.find(number, version).orElseThrow();
        return new Judged(
                number,
                application.programmeCode(),
                application.school(),
                application.cityCode(),
                forms.of(application),
                frozen.answers(),
                attachments.of(
                        number,
                        frozen.materials().stream()
                                .map(ApplicationVersion.Material::attachment)
                                .toList()),
                List.of(frozen.signedByName()));
    }

    public Resource content(Attachment attachment) {
        return files.content(attachment.sha256(), attachment.size());
    }
}
