package org.chuyi.programme;

import java.io.Serializable;
import java.util.Locale;

/** A text of the domain in both languages of the portal; neither is ever null. */
public record BilingualText(String zh, String en) implements Serializable {

    public static final BilingualText EMPTY = new BilingualText("", "");

    /** English for an English reader who has one, Chinese for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isBlank() ? en : zh;
    }

    public boolean contains(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return zh.toLowerCase(Locale.ROOT).contains(wanted)
                || en.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
