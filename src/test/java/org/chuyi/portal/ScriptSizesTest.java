package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.chuyi.organisation.Role;
import org.chuyi.portal.security.PeopleWhoSignIn;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an old office PC loads before a page works: the scripts as they come over the line. */
@IntegrationTest
@Import(PeopleWhoSignIn.class)
class ScriptSizesTest {

    private static final int MOST = 150_000;
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    People provincial;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/help", "/sign-in", "/calls", "/search?q=x"})
    void aPageForEverybodyLoadsLessThan150KilobytesOfScript(String path) throws Exception {
        assertThat(scriptsOf(new Visitor(port), path)).isBetween(1, MOST);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICANT, /",
        "APPLICANT, /applications",
        "REVIEWER, /",
        "REVIEWER, /inbox",
        "REVIEWER, /applications",
        "REVIEWER, /messages",
        "REVIEWER, /account",
        "PROVINCIAL_OFFICER, /inbox",
        "SYSTEM_ADMINISTRATOR, /administration/processes",
        "AUDITOR, /administration/record",
        "SECURITY_ADMINISTRATOR, /administration/accounts"
    })
    void aPageWithoutFormOrDiagramLoadsLessThan150KilobytesOfScript(Role role, String path) throws Exception {
        assertThat(scriptsOf(signedIn(role), path)).isBetween(1, MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rounds", "/rounds/new"})
    void aPageOfTheRoundsLoadsLessThan150KilobytesOfScript(String path) throws Exception {
        var officer = provincial.provincialOfficer();
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", officer.account().value())
                .update();
        var visitor = new Visitor(port);
        visitor.signIn(officer.login(), People.PASSWORD);

        assertThat(scriptsOf(visitor, path)).isBetween(1, MOST);
    }

    /** So that a page which took the form's library along would be noticed above. */
    @Test
    void theFormsLibraryAloneIsLargerThanAPageMayBe() throws Exception {
        assertThat(compressed("/lib/form-js/form-viewer.umd.js")).isGreaterThan(MOST);
    }

    private Visitor signedIn(Role role) {
        var visitor = new Visitor(port);
        visitor.signIn(people.with(role).login(), PeopleWhoSignIn.PASSWORD);
        return visitor;
    }

    private int scriptsOf(Visitor visitor, String path) throws IOException, InterruptedException {
        HttpResponse<String> page = visitor.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        List<String> scripts = SCRIPT.matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        int bytes = 0;
        for (String script : scripts) {
            bytes += compressed(script);
        }
        return bytes;
    }

    private int compressed(String script) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + script))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(script).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(script).contains("gzip");
        return answer.body().length;
    }
}
