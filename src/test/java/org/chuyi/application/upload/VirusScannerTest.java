package org.chuyi.application.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chuyi.application.upload.VirusScanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirusScannerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    FakeClamd clamd;

    @BeforeEach
    void aScanner() throws IOException {
        clamd = new FakeClamd();
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void theWholeFileIsScannedAndFoundClean() throws IOException {
        Path file = Files.write(folder.resolve("large.pdf"), FileSamples.pdfOfSize(1_000_001));

        assertThat(scanner().scan(file)).isEqualTo(new Verdict.Clean());
        assertThat(clamd.scannedSizes()).containsExactly(1_000_001);
    }

    @Test
    void anInfectedFileIsNamedByItsSignature() throws IOException {
        Path file = Files.write(folder.resolve("bad.pdf"), FileSamples.pdf(FakeClamd.HARMLESS_VIRUS));

        assertThat(scanner().scan(file)).isEqualTo(new Verdict.Infected("Chuyi-Test-Signature"));
    }

    @Test
    void aScannerThatIsDownSaysNothing() throws IOException {
        Path file = Files.write(folder.resolve("good.pdf"), FileSamples.pdf("一"));
        clamd.close();

        assertThat(scanner().scan(file)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void aScannerThatNeverAnswersIsGivenUp() throws IOException {
        Path file = Files.write(folder.resolve("good.pdf"), FileSamples.pdf("一"));
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var scanner = new VirusScanner("localhost", silent.getLocalPort(), Duration.ofMillis(200));

            assertThat(scanner.scan(file)).isEqualTo(new Verdict.Unknown());
        }
    }

    @Test
    void withoutAScannerEverythingIsClean() throws IOException {
        Path file = Files.write(folder.resolve("bad.pdf"), FileSamples.pdf(FakeClamd.HARMLESS_VIRUS));

        assertThat(new VirusScanner("", 3310, PATIENCE).scan(file)).isEqualTo(new Verdict.Clean());
    }

    private VirusScanner scanner() {
        return new VirusScanner("localhost", clamd.port(), PATIENCE);
    }
}
