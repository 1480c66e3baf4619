package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.chuyi.application.upload.FakeClamd;
import org.chuyi.application.upload.FileSamples;
import org.chuyi.application.upload.VirusScanner;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.shared.Sha256;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@IntegrationTest
class MaterialsTest {

    static final String SCHOOL = "新化县楚怡工业学校";
    static final String OTHER_SCHOOL = "长沙民政职业技术学院";
    static final String PROGRAMME = "culture-base";
    static final String LETTER = "application-letter";
    static final String PLAN = "construction-plan";
    static final String PHOTOS = "venue-photos";

    @Autowired
    Materials materials;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProjectApplications applications;

    @Autowired
    ApplicationAccess access;

    @Autowired
    ApplicationVersions versions;

    @Autowired
    Attachments attachments;

    @Autowired
    StoredFiles files;

    @Autowired
    PolicyPacks packs;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    Actor clerk;
    Actor leader;
    ApplicationNumber number;

    @BeforeEach
    void aDraft() {
        Round round = rounds.justOpened();
        clerk = people.applicantOf(SCHOOL);
        leader = people.leaderOf(SCHOOL);
        number = walk.started(clerk, round, PROGRAMME);
    }

    @Test
    void aFileIsKeptWithItsHashAndReadBackByteForByte() throws IOException {
        byte[] content = FileSamples.pdfOfSize(700_001);

        Attachment stored = stored(LETTER, "C:\\申报\\申报书.pdf", content);

        assertThat(stored.fileName()).isEqualTo("申报书.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(700_001);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(content).hex());
        assertThat(stored.uploadedAt()).isEqualTo(MovableClock.START);
        assertThat(read(stored, clerk)).isEqualTo(content);
        assertThat(auditedActions()).endsWith("application.materialUploaded");
    }

    @Test
    void theListSaysForEachMaterialWhatIsThereAndWhatIsMissing() {
        Attachment stored = stored(LETTER, "申报书.pdf", FileSamples.pdf("一"));

        MaterialList list = materials.of(number, clerk).orElseThrow();

        assertThat(list.editable()).isTrue();
        assertThat(list.missing().map(material -> material.requirement().code()))
                .containsExactly(PLAN, "venue-evidence", "floor-plan");
        assertThat(list.materials().get(0).files()).containsExactly(stored);
        assertThat(list.materials().get(0).isFull()).isTrue();
        assertThat(materials.of(number, leader).orElseThrow().editable()).isFalse();
    }

    @Test
    void refusedFilesLeaveNothingBehind() {
        assertThat(refusal(LETTER, "申报书.pdf", FileSamples.pdfOfSize(11 * 1024 * 1024)))
                .isEqualTo("materialTooLarge");
        assertThat(refusal(LETTER, "申报书.pdf", new byte[0])).isEqualTo("materialEmpty");
        assertThat(refusal(LETTER, "申报书.pdf", FileSamples.program())).isEqualTo("materialIs.PROGRAM");
        assertThat(refusal(PLAN, "方案.docx", FileSamples.zipBomb(300))).isEqualTo("materialOfficeBomb");
        assertThat(refusal("no-such-material", "申报书.pdf", FileSamples.pdf("一"))).isEqualTo("materialUnknown");

        assertThat(attachments.of(number)).isEmpty();
        assertThat(jdbc.sql("select count(*) from stored_file where sha256 = :hash")
                        .param("hash", Sha256.of(FileSamples.program()).hex())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void threeHundredChineseCharactersAreShortenedAndTheEndingStays() {
        assertThat(stored(LETTER, "申".repeat(300) + ".pdf", FileSamples.pdf("一"))
                        .fileName())
                .isEqualTo("申".repeat(116) + ".pdf");
    }

    @Test
    void theSameContentTwiceForOneMaterialIsToldAndForAnotherMaterialItIsTaken() {
        byte[] picture = FileSamples.png();
        stored(PHOTOS, "正门.png", picture);

        assertThat(change(PHOTOS, "正门（副本）.png", picture))
                .isInstanceOfSatisfying(MaterialChange.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("application.problem.materialDuplicate");
                    assertThat(refused.problem().arguments()).containsExactly("正门.png");
                });
        assertThat(stored("floor-plan", "平面图.png", picture).sha256())
                .isEqualTo(Sha256.of(picture).hex());
    }

    @Test
    void moreFilesThanAMaterialTakesAreRefused() {
        stored(LETTER, "申报书.pdf", FileSamples.pdf("一"));

        assertThat(refusal(LETTER, "申报书2.pdf", FileSamples.pdf("二"))).isEqualTo("materialTooMany");
    }

    @Test
    void ofTwoUploadsAtOnceOneTakesTheLastPlace() throws Exception {
        var barrier = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            var changes = both.invokeAll(List.of(atOnce(barrier, "一"), atOnce(barrier, "二"))).stream()
                    .map(MaterialsTest::got)
                    .toList();

            assertThat(changes).hasAtLeastOneElementOfType(MaterialChange.Stored.class);
            assertThat(changes)
                    .filteredOn(MaterialChange.Refused.class::isInstance)
                    .hasSize(1);
            assertThat(attachments.of(number)).hasSize(1);
        } finally {
            both.shutdownNow();
        }
    }

    private Callable<MaterialChange> atOnce(CyclicBarrier barrier, String text) {
        return () -> {
            barrier.await();
            return change(LETTER, text + ".pdf", FileSamples.pdf(text));
        };
    }

    @Test
    void aRemovedFileFreesItsPlaceAndItsRowIsKept() {
        Attachment first = stored(LETTER, "申报书.pdf", FileSamples.pdf("一"));

        assertThat(materials.remove(number, first.id(), clerk)).isEqualTo(new MaterialChange.Removed(first));

        assertThat(materials.remove(number, first.id(), clerk)).isEqualTo(new MaterialChange.NotThere());
        assertThat(materials.open(first.id(), clerk)).isEmpty();
        assertThat(jdbc.sql("select removed_by from attachment where id = :id")
                        .param("id", first.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(clerk.account().value());
        assertThat(stored(LETTER, "申报书.pdf", FileSamples.pdf("一")).id()).isNotEqualTo(first.id());
        assertThat(auditedActions()).contains("application.materialRemoved");
    }

    @Test
    void anotherSchoolFindsNothingThere() {
        Attachment ours = stored(LETTER, "申报书.pdf", FileSamples.pdf("一"));
        Actor stranger = people.applicantOf(OTHER_SCHOOL);

        assertThat(materials.of(number, stranger)).isEmpty();
        assertThat(materials.open(ours.id(), stranger)).isEmpty();
        assertThat(materials.remove(number, ours.id(), stranger)).isEqualTo(new MaterialChange.NotThere());
        assertThat(change(stranger, PLAN, "方案.pdf", FileSamples.pdf("二"))).isEqualTo(new MaterialChange.NotThere());
        assertThat(attachments.of(number)).containsExactly(ours);
    }

    @Test
    void theLeaderReadsButDoesNotChange() {
        Attachment ours = stored(LETTER, "申报书.pdf", FileSamples.pdf("一"));

        assertThat(materials.open(ours.id(), leader)).isPresent();
        assertThat(materials.remove(number, ours.id(), leader)).isEqualTo(new MaterialChange.NotThere());
    }

    @Test
    void aReviewerReadsWhatWasSubmittedToHerCityAndNothingElse() {
        Attachment removed = stored(PHOTOS, "旧照片.png", FileSamples.png());
        materials.remove(number, removed.id(), clerk);
        Attachment submitted = stored("visitor-records", "接待记录.pdf", FileSamples.pdf("一"));
        Actor reviewer = people.cityReviewer(People.LOUDI);
        Actor elsewhere = people.cityReviewer(People.CHANGSHA);
        assertThat(materials.open(submitted.id(), reviewer)).isEmpty();

        submit();

        assertThat(materials.open(submitted.id(), reviewer)).isPresent();
        assertThat(materials.open(removed.id(), reviewer)).isEmpty();
        assertThat(materials.open(submitted.id(), elsewhere)).isEmpty();
        assertThat(materials.of(number, elsewhere)).isEmpty();
        assertThat(filesOf(reviewer)).contains(submitted).doesNotContain(removed);
    }

    @Test
    void whatChangesDuringACorrectionIsHiddenFromTheReviewerUntilItIsSubmitted() {
        Attachment before = stored("visitor-records", "接待记录.pdf", FileSamples.pdf("一"));
        submit();
        Actor reviewer = people.cityReviewer(People.LOUDI);
        walk.done(
                number,
                reviewer,
                Map.of(
                        "decision", "returned",
                        "opinion", "接待记录不完整。",
                        "corrections", List.of(Map.of("place", "接待记录", "requirement", "补充2025年记录"))));

        materials.remove(number, before.id(), clerk);
        Attachment after = stored("visitor-records", "接待记录（补）.pdf", FileSamples.pdf("二"));

        assertThat(materials.open(before.id(), reviewer)).isPresent();
        assertThat(materials.open(after.id(), reviewer)).isEmpty();
        assertThat(filesOf(reviewer)).contains(before).doesNotContain(after);
        assertThat(filesOf(clerk)).contains(after).doesNotContain(before);
        assertThat(materials.ofVersion(number, 1, clerk).orElseThrow().materials().stream()
                        .flatMap(material -> material.files().stream()))
                .contains(before)
                .doesNotContain(after);
    }

    @Test
    void afterSubmissionNothingChanges() {
        Attachment ours = stored("visitor-records", "接待记录.pdf", FileSamples.pdf("一"));
        submit();

        assertThat(refusal(PHOTOS, "正门.png", FileSamples.png())).isEqualTo("materialNotEditable");
        assertThat(materials.remove(number, ours.id(), clerk))
                .isInstanceOfSatisfying(MaterialChange.Refused.class, refused -> assertThat(
                                refused.problem().code())
                        .isEqualTo("application.problem.materialNotEditable"));
        assertThat(filesOf(clerk)).contains(ours);
    }

    @Test
    void withAScannerCleanFilesAreKeptInfectedOnesRefusedAndRecorded() throws IOException {
        try (var clamd = new FakeClamd()) {
            var scanned = scannedAt(clamd.port());
            byte[] infected = FileSamples.pdf(FakeClamd.HARMLESS_VIRUS);

            assertThat(change(scanned, clerk, LETTER, "申报书.pdf", FileSamples.pdf("一")))
                    .isInstanceOf(MaterialChange.Stored.class);
            assertThat(change(scanned, clerk, PLAN, "方案.pdf", infected))
                    .isInstanceOfSatisfying(MaterialChange.Refused.class, refused -> {
                        assertThat(refused.problem().code()).isEqualTo("application.problem.materialInfected");
                        assertThat(refused.problem().arguments()).containsExactly("方案.pdf", "Chuyi-Test-Signature");
                    });
            assertThat(attachments.of(number))
                    .extracting(Attachment::materialCode)
                    .containsExactly(LETTER);
            assertThat(auditedActions()).endsWith("application.materialInfected");
        }
    }

    @Test
    void whileTheScannerIsDownNothingIsKept() throws IOException {
        int port;
        try (var clamd = new FakeClamd()) {
            port = clamd.port();
        }

        assertThat(change(scannedAt(port), clerk, LETTER, "申报书.pdf", FileSamples.pdf("一")))
                .isInstanceOfSatisfying(MaterialChange.Refused.class, refused -> assertThat(
                                refused.problem().code())
                        .isEqualTo("application.problem.materialScannerDown"));
        assertThat(attachments.of(number)).isEmpty();
    }

    private Materials scannedAt(int port) {
        var scanner = new VirusScanner("localhost", port, Duration.ofSeconds(5));
        return new Materials(
                applications, access, versions, attachments, files, packs, scanner, audit, (Clock) clock, transactions);
    }

    private void submit() {
        walk.withMaterials(number, PROGRAMME, clerk);
        walk.done(number, clerk, walk.answers(PROGRAMME, clerk));
        walk.done(number, leader, Map.of("decision", "signedOff"));
    }

    private List<Attachment> filesOf(Actor reader) {
        return materials.of(number, reader).orElseThrow().materials().stream()
                .flatMap(material -> material.files().stream())
                .toList();
    }

    private Attachment stored(String material, String name, byte[] content) {
        var change = change(material, name, content);
        if (change instanceof MaterialChange.Stored stored) {
            return stored.attachment();
        }
        throw new AssertionError("Not stored: " + change);
    }

    private String refusal(String material, String name, byte[] content) {
        var change = change(material, name, content);
        if (change instanceof MaterialChange.Refused refused) {
            return refused.problem().code().substring("application.problem.".length());
        }
        throw new AssertionError("Not refused: " + change);
    }

    private MaterialChange change(String material, String name, byte[] content) {
        return change(clerk, material, name, content);
    }

    private MaterialChange change(Actor actor, String material, String name, byte[] content) {
        return change(materials, actor, material, name, content);
    }

    private MaterialChange change(Materials to, Actor actor, String material, String name, byte[] content) {
        return to.upload(number, actor, material, name, new ByteArrayInputStream(content));
    }

    private byte[] read(Attachment file, Actor reader) throws IOException {
        return materials.open(file.id(), reader).orElseThrow().content().getContentAsByteArray();
    }

    private List<String> auditedActions() {
        return jdbc.sql("select action from audit_line where subject = :number order by number")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private static MaterialChange got(java.util.concurrent.Future<MaterialChange> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
