package org.chuyi.notification.text;

import java.util.Locale;

/** A template's texts in both languages. */
public record NoticeTexts(String titleZh, String textZh, String titleEn, String textEn) {

    String title(Locale reader) {
        return isEnglish(reader) ? titleEn : titleZh;
    }

    String text(Locale reader) {
        return isEnglish(reader) ? textEn : textZh;
    }

    private static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals("en");
    }
}
