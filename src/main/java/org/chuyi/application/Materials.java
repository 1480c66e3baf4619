package org.chuyi.application;

import static org.chuyi.application.upload.UploadRules.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.upload.IncomingFile;
import org.chuyi.application.upload.UploadRules;
import org.chuyi.application.upload.VirusScanner;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 申报材料: added and removed by the school's clerk while the application is hers to write, read by its readers. */
@Service
public class Materials {

    private final ProjectApplications applications;
    private final ApplicationAccess access;
    private final ApplicationVersions versions;
    private final Attachments attachments;
    private final StoredFiles files;
    private final PolicyPacks packs;
    private final VirusScanner scanner;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Materials(
            ProjectApplications applications,
            ApplicationAccess access,
            ApplicationVersions versions,
            Attachments attachments,
            StoredFiles files,
            PolicyPacks packs,
            VirusScanner scanner,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.access = access;
        this.versions = versions;
        this.attachments = attachments;
        this.files = files;
        this.packs = packs;
        this.scanner = scanner;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The current files for the school's own people, those of the last frozen version for everybody else who may read the
     * application.
     */
    public Optional<MaterialList> of(ApplicationNumber number, Actor actor) {
        if (!access.mayRead(number, actor)) {
            return Optional.empty();
        }
        var application = applications.find(number).orElseThrow();
        return access.isOfOwnSchool(number, actor)
                ? Optional.of(list(application, mayWrite(application, actor), attachments.of(number)))
                : ofVersion(number, application.currentVersion(), actor);
    }

    /** As they were when that version left the school. */
    public Optional<MaterialList> ofVersion(ApplicationNumber number, int version, Actor actor) {
        if (!access.mayRead(number, actor)) {
            return Optional.empty();
        }
        List<Long> frozen = versions.find(number, version).stream()
                .flatMap(found -> found.materials().stream())
                .map(ApplicationVersion.Material::attachment)
                .toList();
        var application = applications.find(number).orElseThrow();
        return Optional.of(list(application, false, attachments.of(number, frozen)));
    }

    /** A file, if this person may read it: the school's current ones for its own people, frozen ones for every reader. */
    public Optional<MaterialContent> open(long attachment, Actor actor) {
        return attachments
                .readable(attachment, actor)
                .map(found -> new MaterialContent(found, files.content(found.sha256(), found.size())));
    }

    /**
     * Takes a file for a material. All checks of the content are done before the application is locked.
     *
     * @param fileName as the person's computer named it
     * @param content read once, and left to the caller to close
     */
    public MaterialChange upload(
            ApplicationNumber number, Actor actor, String materialCode, String fileName, InputStream content) {
        if (!isClerkOf(number, actor)) {
            return new MaterialChange.NotThere();
        }
        var application = applications.find(number).orElseThrow();
        var named = packs.programme(application.programmeCode()).material(materialCode);
        if (named.isEmpty()) {
            return refused(FieldProblem.of("", "", "application.problem.materialUnknown"));
        }
        MaterialRequirement material = named.get();
        if (!application.status().isEditable()) {
            return refused(problem(material, "materialNotEditable"));
        }
        try (var file = IncomingFile.receive(fileName, content)) {
            return objection(application, material, file)
                    .map(Materials::refused)
                    .orElseGet(() -> transaction.execute(status -> store(number, actor, material, file)));
        } catch (IOException outage) {
            throw new UncheckedIOException(outage);
        }
    }

    /** Takes a file away, while the application may be written. */
    public MaterialChange remove(ApplicationNumber number, long attachment, Actor actor) {
        return isClerkOf(number, actor)
                ? transaction.execute(status -> removeOnce(number, attachment, actor))
                : new MaterialChange.NotThere();
    }

    private MaterialChange removeOnce(ApplicationNumber number, long attachment, Actor actor) {
        var application = applications.lock(number);
        var found = attachments.of(number).stream()
                .filter(file -> file.id() == attachment)
                .findFirst();
        if (found.isEmpty()) {
            return new MaterialChange.NotThere();
        }
        if (!application.status().isEditable()) {
            return refused(FieldProblem.of(
                    "material." + found.get().materialCode(), "", "application.problem.materialNotEditable"));
        }
        attachments.remove(attachment, actor.account(), clock.instant());
        record("application.materialRemoved", number, factsOf(found.get()));
        return new MaterialChange.Removed(found.get());
    }

    private Optional<FieldProblem> objection(
            ProjectApplication application, MaterialRequirement material, IncomingFile file) throws IOException {
        var objection = noPlace(application, material, file);
        return objection.isPresent()
                ? objection
                : UploadRules.objection(file, material).or(() -> infection(application.number(), material, file));
    }

    /** Asked twice: before the work, and again when nobody else can change the application any more. */
    private Optional<FieldProblem> noPlace(
            ProjectApplication application, MaterialRequirement material, IncomingFile file) {
        if (!application.status().isEditable()) {
            return Optional.of(problem(material, "materialNotEditable"));
        }
        List<Attachment> present = attachments.of(application.number()).stream()
                .filter(attachment -> attachment.materialCode().equals(material.code()))
                .toList();
        var same = present.stream()
                .filter(attachment -> attachment.sha256().equals(file.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of(problem(material, "materialDuplicate", same.get().fileName()));
        }
        return present.size() >= material.maximumFiles()
                ? Optional.of(problem(material, "materialTooMany", material.maximumFiles()))
                : Optional.empty();
    }

    private Optional<FieldProblem> infection(
            ApplicationNumber number, MaterialRequirement material, IncomingFile file) {
        var verdict = scanner.scan(file.content());
        if (verdict instanceof VirusScanner.Verdict.Infected infected) {
            transaction.executeWithoutResult(status -> record(
                    "application.materialInfected",
                    number,
                    Map.of(
                            "material", material.code(),
                            "sha256", file.sha256(),
                            "signature", infected.signature())));
            return Optional.of(problem(material, "materialInfected", file.name(), infected.signature()));
        }
        return verdict instanceof VirusScanner.Verdict.Unknown
                ? Optional.of(problem(material, "materialScannerDown"))
                : Optional.empty();
    }

    private MaterialChange store(
            ApplicationNumber number, Actor actor, MaterialRequirement material, IncomingFile file) {
        var objection = noPlace(applications.lock(number), material, file);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        var now = clock.instant();
        files.keep(file, now);
        var attachment = attachments.add(number, material.code(), file, actor.account(), now);
        record("application.materialUploaded", number, factsOf(attachment));
        return new MaterialChange.Stored(attachment);
    }

    private MaterialList list(ProjectApplication application, boolean editable, List<Attachment> present) {
        return MaterialList.of(application.number(), editable, packs.programme(application.programmeCode()), present);
    }

    private static boolean mayWrite(ProjectApplication application, Actor actor) {
        return actor.is(Role.APPLICANT) && application.status().isEditable();
    }

    private boolean isClerkOf(ApplicationNumber number, Actor actor) {
        return actor.is(Role.APPLICANT) && access.isOfOwnSchool(number, actor);
    }

    private static Map<String, ?> factsOf(Attachment file) {
        return Map.of(
                "material", file.materialCode(),
                "name", file.fileName(),
                "size", file.size(),
                "sha256", file.sha256());
    }

    private static MaterialChange refused(FieldProblem problem) {
        return new MaterialChange.Refused(problem);
    }

    private void record(String action, ApplicationNumber number, Map<String, ?> details) {
        audit.record(AuditEntry.of(action, "application", number.value(), details));
    }
}
