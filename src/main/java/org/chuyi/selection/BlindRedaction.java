package org.chuyi.selection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a text what tells who applies. Names are found however they are spaced, in full-width letters or with dots
 * between their characters; numbers, telephones, mail and web addresses by their shape, whosever they are.
 */
final class BlindRedaction {

    static final String MARK = "■■";

    private static final int SHORTEST = 2;
    private static final String BETWEEN = "[\\s\\u3000\\u00a0\\u200b·•・.．,，、\\-－—_]*";

    /** What gives somebody away by its shape alone. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?i)CY\\d{4}\\s*-\\s*\\d{2}\\s*-\\s*\\d{4}"),
            Pattern.compile("(?i)[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
            Pattern.compile("(?i)(?:https?://|www\\.)[\\w./?=&%#:~+-]+"),
            Pattern.compile(
                    "(?i)[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:cn|com|net|org|edu|gov)(?![a-z0-9])[\\w./?=&%#:~+-]*"),
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUW-Y]{2}\\d{6}[0-9A-HJ-NP-RTUW-Y]{10}(?![0-9A-Za-z])"),
            Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)"),
            Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)"),
            Pattern.compile("(?<!\\d)0\\d{2,3}[-—－ ]?\\d{7,8}(?!\\d)"));

    private final List<Pattern> patterns;

    /** @param names whatever must not be read; those of fewer than two characters are ignored */
    BlindRedaction(Collection<String> names) {
        patterns = new ArrayList<>(SHAPES);
        String terms = names.stream()
                .map(BlindRedaction::plain)
                .map(name -> name.replaceAll("[\\s\\u3000]", ""))
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(BlindRedaction::spaced)
                .collect(Collectors.joining("|"));
        if (!terms.isEmpty()) {
            patterns.add(Pattern.compile(terms, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    String of(String text) {
        String shown = text;
        for (Pattern pattern : patterns) {
            // The plain text has the same length, so that what is found in it is cut out of the shown one.
            Matcher found = pattern.matcher(plain(shown));
            StringBuilder redacted = new StringBuilder();
            int from = 0;
            while (found.find()) {
                redacted.append(shown, from, found.start()).append(MARK);
                from = found.end();
            }
            shown = from == 0 ? shown : redacted.append(shown.substring(from)).toString();
        }
        return shown;
    }

    /** Whether something would be taken out. */
    boolean finds(String text) {
        String plain = plain(text);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(plain).find());
    }

    private static String spaced(String term) {
        return term.codePoints()
                .mapToObj(point -> Pattern.quote(Character.toString(point)))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Full-width letters and compatibility characters as usual ones, place for place. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            String one = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC);
            plain.append(one.length() == 1 ? one.charAt(0) : letter);
        }
        return plain.toString().toLowerCase(Locale.ROOT).length() == text.length() ? plain.toString() : text;
    }
}
