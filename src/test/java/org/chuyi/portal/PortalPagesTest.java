package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@IntegrationTest
class PortalPagesTest {

    @Autowired
    TestRestTemplate http;

    @Test
    void visitorReadsTheHomePageAndHelpWithoutAnAccount() {
        assertThat(page("/").getBody()).contains("楚怡职业教育项目，网上申报、全程可查");
        assertThat(page("/help").getBody()).contains("时限怎么算");
    }

    @Test
    void languageSwitchSpeaksEnglishAndRemembersIt() {
        var page = page("/?lang=en");
        assertThat(page.getBody()).contains("lang=\"en\"").contains("follow every step");
        assertThat(page.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).startsWith("CHUYI_LANGUAGE=en");
    }

    @Test
    void unknownLanguageIsAnsweredInChinese() {
        assertThat(page("/?lang=%22%3E%3Cscript%3E").getBody())
                .contains("lang=\"zh-CN\"")
                .doesNotContain("><script>");
    }

    @Test
    void personGetsADesignedErrorPageAndAProgramAProblem() {
        var page = page("/error");
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.getBody()).contains("没有找到这个页面").doesNotContain("Exception");

        var forProgram = get("/error", MediaType.APPLICATION_JSON);
        assertThat(forProgram.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(forProgram.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(forProgram.getBody()).contains("\"title\":\"没有找到这个页面\"");
    }

    private ResponseEntity<String> page(String path) {
        return get(path, MediaType.TEXT_HTML);
    }

    private ResponseEntity<String> get(String path, MediaType accepted) {
        var headers = new HttpHeaders();
        headers.setAccept(List.of(accepted));
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
