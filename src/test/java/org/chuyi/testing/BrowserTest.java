package org.chuyi.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the browser tests rely on finds what it is to find. */
class BrowserTest {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=zh-CN><head><title>页</title></head><body><main><h1>页</h1>%s</main></body></html>";

    Page page;

    @BeforeEach
    void aWindow() {
        page = Browser.newPage(Browser.PHONE);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aPictureWithoutAWordIsFound() {
        page.setContent(PAGE.formatted("<img src='data:,'>"));

        assertThatThrownBy(() -> Browser.assertAccessible(page)).hasMessageContaining("image-alt");
    }

    @Test
    void aPictureWithoutAWordIsFoundInAFrameToo() {
        page.setContent(
                PAGE.formatted("<iframe title='框' srcdoc=\"<html lang='zh-CN'><img src='data:,'></html>\"></iframe>"));
        page.frameLocator("iframe").locator("img").waitFor();

        assertThatThrownBy(() -> Browser.assertAccessible(page)).hasMessageContaining("image-alt");
    }

    @Test
    void wordsTooPaleToReadAreFound() {
        page.setContent(PAGE.formatted("<p style='color:#bbb;background:#fff'>太浅</p>"));

        assertThatThrownBy(() -> Browser.assertAccessible(page)).hasMessageContaining("color-contrast");
    }

    @Test
    void aGoodPagePasses() {
        page.setContent(PAGE.formatted("<p>可读</p>"));

        assertThatCode(() -> Browser.assertAccessible(page)).doesNotThrowAnyException();
    }

    @Test
    void whatIsTooWideForThePhoneIsFound() {
        page.setContent(PAGE.formatted("<div style='width:900px'>宽</div>"));

        assertThatThrownBy(() -> Browser.assertFitsWidth(page)).hasMessageContaining("pixels too wide");
    }
}
