package org.chuyi.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.MaterialChange;
import org.chuyi.application.Materials;
import org.chuyi.application.upload.FileSamples;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.shared.Sha256;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MaterialsWebTest {

    static final String SCHOOL = "新化县楚怡工业学校";
    static final String PROGRAMME = "culture-base";
    static final String LETTER = "application-letter";
    static final String TOO_LARGE = "文件超过 10 MB，请压缩或拆分后重新上传。";

    @Autowired
    MockMvc mvc;

    @Autowired
    Materials materials;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    Actor clerk;
    ApplicationNumber number;

    @BeforeEach
    void aDraft() {
        var round = rounds.justOpened();
        clerk = people.applicantOf(SCHOOL);
        jdbc.sql("update account set must_change_password = false where login = :login")
                .param("login", clerk.login())
                .update();
        number = walk.started(clerk, round, PROGRAMME);
    }

    @Test
    void anUploadIsAnsweredWithTheFilesRow() throws Exception {
        byte[] pdf = FileSamples.pdf("一");

        mvc.perform(upload("申报书.pdf", pdf).with(as(clerk)).with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").isNumber())
                .andExpect(jsonPath("$.name").value("申报书.pdf"))
                .andExpect(jsonPath("$.size").value(pdf.length))
                .andExpect(jsonPath("$.note").value("2026-03-02 09:00"))
                .andExpect(jsonPath("$.sha256").value(Sha256.of(pdf).hex()))
                .andExpect(jsonPath("$.href").value(containsString("/materials/")));
    }

    @Test
    void aRefusalIsAProblemInTheReadersLanguage() throws Exception {
        mvc.perform(upload("申报书.pdf", FileSamples.program()).with(as(clerk)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("文件未能上传"))
                .andExpect(jsonPath("$.code").value("materialIs.PROGRAM"))
                .andExpect(jsonPath("$.detail").value("“申报书.pdf”的实际内容是可执行程序，不能上传。请上传 PDF 格式的文件。"));
        mvc.perform(upload("letter.pdf", new byte[0])
                        .with(as(clerk))
                        .with(csrf())
                        .cookie(new Cookie("CHUYI_LANGUAGE", "en")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("“letter.pdf” is empty. Please check it and choose again."));
    }

    @Test
    void aRequestWithoutFileTokenOrRoleIsRefused() throws Exception {
        mvc.perform(multipart("/applications/{number}/materials", number.value())
                        .param("requirement", LETTER)
                        .with(as(clerk))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("materialNoFile"));
        mvc.perform(upload("申报书.pdf", FileSamples.pdf("一")).with(as(clerk))).andExpect(status().isForbidden());
        mvc.perform(upload("申报书.pdf", FileSamples.pdf("一"))
                        .with(as(people.cityReviewer(People.LOUDI)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anotherSchoolCannotTellOurFileFromNone() throws Exception {
        long ours = stored("申报书.pdf", FileSamples.pdf("我校的内容"));
        Actor stranger = people.applicantOf("长沙民政职业技术学院");

        mvc.perform(get("/materials/{id}", ours).with(as(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/materials/{id}", Long.MAX_VALUE).with(as(stranger))).andExpect(status().isNotFound());
        String refused = mvc.perform(
                        upload("x.pdf", FileSamples.pdf("二")).with(as(stranger)).with(csrf()))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String unknown = mvc.perform(multipart("/applications/CY2026-02-9999/materials")
                        .file(file("x.pdf", FileSamples.pdf("二")))
                        .param("requirement", LETTER)
                        .with(as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(refused.replace(number.value(), "")).isEqualTo(unknown.replace("CY2026-02-9999", ""));
        mvc.perform(delete("/applications/{number}/materials/{id}", number.value(), ours)
                        .with(as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/materials/{id}", ours).with(as(clerk))).andExpect(status().isOk());
    }

    @Test
    void aPdfIsShownInThePageAndDownloadedUnderItsChineseName() throws Exception {
        byte[] pdf = FileSamples.pdfOfSize(600_000);
        long id = stored("申报书（盖章）.pdf", pdf);

        mvc.perform(get("/materials/{id}", id).with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().string("Content-Disposition", containsString("inline;")))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        containsString(
                                                "filename*=UTF-8''%E7%94%B3%E6%8A%A5%E4%B9%A6%EF%BC%88%E7%9B%96%E7%AB%A0%EF%BC%89.pdf")));
        mvc.perform(get("/materials/{id}?download=", id).with(as(clerk)))
                .andExpect(header().string("Content-Disposition", containsString("attachment;")));
    }

    @Test
    void aViewerMayAskForPartOfAFileAndForWhatItHas() throws Exception {
        byte[] pdf = FileSamples.pdfOfSize(600_000);
        long id = stored("申报书.pdf", pdf);

        mvc.perform(get("/materials/{id}", id).with(as(clerk)).header("Range", "bytes=300000-300099"))
                .andExpect(status().isPartialContent())
                .andExpect(content().bytes(Arrays.copyOfRange(pdf, 300_000, 300_100)));
        mvc.perform(get("/materials/{id}", id)
                        .with(as(clerk))
                        .header("If-None-Match", "\"" + Sha256.of(pdf).hex() + "\""))
                .andExpect(status().isNotModified());
    }

    @Test
    void aWordDocumentIsAlwaysDownloadedAndAPictureIsShownInASandbox() throws Exception {
        long word = stored("construction-plan", "方案.docx", FileSamples.docx("一"));
        long picture = stored("venue-photos", "正门.png", FileSamples.png());

        mvc.perform(get("/materials/{id}", word).with(as(clerk)))
                .andExpect(header().string("Content-Disposition", containsString("attachment;")));
        mvc.perform(get("/materials/{id}", picture).with(as(clerk)))
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("Content-Disposition", containsString("inline;")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
    }

    @Test
    void theListOffersUploadsToTheClerkAndFilesAloneToOthers() throws Exception {
        long id = stored("申报书.pdf", FileSamples.pdf("一"));

        mvc.perform(get("/applications/{number}/materials", number.value()).with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还有 3 项必交材料没有上传。")))
                .andExpect(content().string(containsString("/applications/" + number + "/materials")))
                .andExpect(content().string(containsString("hx-get=\"/applications/" + number + "/materials\"")))
                .andExpect(content().string(containsString("type=\"file\"")))
                .andExpect(content().string(containsString("/materials/" + id)));
        mvc.perform(get("/applications/{number}/materials", number.value()).with(as(people.leaderOf(SCHOOL))))
                .andExpect(content().string(containsString("申报书.pdf")))
                .andExpect(content().string(not(containsString("type=\"file\""))))
                .andExpect(content().string(not(containsString("data-delete>"))));
        mvc.perform(get("/applications/{number}/materials", number.value())
                        .with(as(people.cityReviewer(People.CHANGSHA))))
                .andExpect(status().isNotFound());
    }

    @Test
    void theApiDoesTheSameByToken() throws Exception {
        String bearer = "Bearer " + token();
        String path = "/api/v1/applications/" + number + "/materials";

        String created = mvc.perform(multipart(path + "/" + LETTER)
                        .file(file("申报书.pdf", FileSamples.pdf("一")))
                        .header("Authorization", bearer))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        int id = JsonPath.read(created, "$.id");
        mvc.perform(get(path).header("Authorization", bearer))
                .andExpect(jsonPath("$[0].code").value(LETTER))
                .andExpect(jsonPath("$[0].files[0].id").value(id))
                .andExpect(jsonPath("$[1].files").isEmpty());
        mvc.perform(get(path + "/" + id + "/content").header("Authorization", bearer))
                .andExpect(content().bytes(FileSamples.pdf("一")));
        mvc.perform(multipart(path + "/" + LETTER)
                        .file(file("又一份.pdf", FileSamples.pdf("二")))
                        .header("Authorization", bearer)
                        .header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(
                        jsonPath("$.detail").value("This material takes at most 1 file(s). Please remove one first."));
        mvc.perform(delete(path + "/" + id).header("Authorization", bearer)).andExpect(status().isNoContent());
        mvc.perform(get(path)).andExpect(status().isUnauthorized());
    }

    @Test
    void elevenMegabytesOverTheWireGetAClearProblem() throws Exception {
        var client = HttpClient.newHttpClient();
        var path = "/api/v1/applications/" + number + "/materials/" + LETTER;

        var answer = client.send(
                request(path, FileSamples.pdfOfSize(11 * 1024 * 1024))
                        .header("Authorization", "Bearer " + token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isEqualTo(TOO_LARGE);
        assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("materialTooLarge");
    }

    @Test
    void elevenMegabytesFromAPageGetAPageThatSaysSo() throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        signIn(client);
        var csrf = csrfOf(client, "/account");

        var answer = client.send(
                request("/applications/" + number + "/materials", FileSamples.pdfOfSize(11 * 1024 * 1024))
                        .header("X-CSRF-TOKEN", csrf)
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE).contains("<title>文件未能上传");
    }

    private void signIn(HttpClient client) throws IOException, InterruptedException {
        var form = "login=" + clerk.login() + "&password=" + People.PASSWORD + "&_csrf=" + csrfOf(client, "/sign-in");
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String csrfOf(HttpClient client, String page) throws IOException, InterruptedException {
        var body = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"").matcher(body);
        assertThat(token.find()).as("CSRF token in " + page).isTrue();
        return token.group(1);
    }

    private HttpRequest.Builder request(String path, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n".getBytes());
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes());
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private String token() {
        return new TransactionTemplate(transactions).execute(status -> tokens.create(clerk, "test"));
    }

    private AbstractMockHttpServletRequestBuilder<?> upload(String name, byte[] content) {
        return multipart("/applications/{number}/materials", number.value())
                .file(file(name, content))
                .param("requirement", LETTER);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private long stored(String name, byte[] content) {
        return stored(LETTER, name, content);
    }

    private long stored(String material, String name, byte[] content) {
        var change = materials.upload(number, clerk, material, name, new ByteArrayInputStream(content));
        assertThat(change).isInstanceOf(MaterialChange.Stored.class);
        return ((MaterialChange.Stored) change).attachment().id();
    }
}
