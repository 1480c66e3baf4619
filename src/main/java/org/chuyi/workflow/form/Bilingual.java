package org.chuyi.workflow.form;

import java.util.Locale;

/** A text of a form in Chinese and in English; where the English is missing, the Chinese stands for it. */
public record Bilingual(String zh, String en) {

    static final Bilingual NONE = new Bilingual("", "");

    public Bilingual {
        zh = zh == null ? "" : zh;
        en = en == null || en.isBlank() ? zh : en;
    }

    static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    public String in(Locale locale) {
        return isEnglish(locale) ? en : zh;
    }

    static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
