package org.chuyi.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.chuyi.application.upload.IncomingFile;
import org.chuyi.application.upload.UploadRules;
import org.chuyi.application.upload.VirusScanner;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that come with something else than an application, checked by the same rules and kept in the same store. */
@Service
public class OutsideFiles {

    private final StoredFiles files;
    private final VirusScanner scanner;
    private final Clock clock;

    OutsideFiles(StoredFiles files, VirusScanner scanner, Clock clock) {
        this.files = files;
        this.scanner = scanner;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Reception {
        record Kept(String sha256, String name, String mediaType, long size) implements Reception {}

        record Refused(FieldProblem problem) implements Reception {}
    }

    /** @param content read once, and left to the caller to close */
    @Transactional
    public Reception receive(MaterialRequirement requirement, String fileName, InputStream content) {
        try (var file = IncomingFile.receive(fileName, content)) {
            Optional<FieldProblem> objection =
                    UploadRules.objection(file, requirement).or(() -> infection(requirement, file));
            if (objection.isPresent()) {
                return new Reception.Refused(objection.get());
            }
            files.keep(file, clock.instant());
            return new Reception.Kept(file.sha256(), file.name(), file.kind().mediaType(), file.size());
        } catch (IOException outage) {
            throw new UncheckedIOException(outage);
        }
    }

    /** Its content; the caller has checked who reads. */
    public Resource content(String sha256) {
        return files.content(sha256, files.size(sha256));
    }

    private Optional<FieldProblem> infection(MaterialRequirement requirement, IncomingFile file) {
        var verdict = scanner.scan(file.content());
        if (verdict instanceof VirusScanner.Verdict.Infected infected) {
            return Optional.of(UploadRules.problem(requirement, "materialInfected", file.name(), infected.signature()));
        }
        return verdict instanceof VirusScanner.Verdict.Unknown
                ? Optional.of(UploadRules.problem(requirement, "materialScannerDown"))
                : Optional.empty();
    }
}
