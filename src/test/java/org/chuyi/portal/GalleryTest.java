package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(Gallery.class)
class GalleryTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void browser() {
        Browser.require();
    }

    @ParameterizedTest
    @CsvSource({
        "welcome, /gallery/portal/welcome",
        "welcome-en, /gallery/portal/welcome?lang=en",
        "desk, /gallery/portal/desk?as=REVIEWER",
        "help, /gallery/portal/help",
        "error-404, /gallery/portal/error",
        "error-403, /gallery/portal/error?code=403&as=REVIEWER"
    })
    void portalPagesAreAccessibleAndFitDeskAndPhone(String name, String path) {
        for (int width : new int[] {DESK, PHONE}) {
            var page = Browser.newPage(width);
            assertThat(page.navigate("http://localhost:" + port + path).status())
                    .isEqualTo(200);
            Browser.picture(page, "portal-" + name + "-" + width);
            Browser.assertFitsWidth(page);
            Browser.assertAccessible(page);
            page.context().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"components, REVIEWER", "form, REVIEWER", "island, APPLICANT", "materials, REVIEWER"})
    void everyComponentIsAccessibleAndFitsDeskAndPhone(String name, String role) {
        for (int width : new int[] {DESK, PHONE}) {
            var page = Browser.newPage(width);
            assertThat(page.navigate("http://localhost:" + port + "/gallery/" + name + "?as=" + role)
                            .status())
                    .isEqualTo(200);
            page.locator("[data-diagram]").all().forEach(diagram -> diagram.scrollIntoViewIfNeeded());
            if (page.locator("[data-form], [data-diagram]").count() > 0) {
                page.waitForSelector("[data-ready]");
            }
            page.evaluate("scrollTo(0, 0)");
            Browser.picture(page, "gallery-" + name + "-" + width);
            Browser.assertFitsWidth(page);
            Browser.assertAccessible(page);
            page.context().close();
        }
    }
}
