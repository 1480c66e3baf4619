package org.chuyi.notification.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with {name} for named values, and nothing else: no expression, no nesting, no format.
 *
 * @param pattern as written by the administrator or the program
 */
record TextTemplate(String pattern) {

    private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");

    String filled(Map<String, ?> values, Locale reader) {
        return VALUE.matcher(pattern)
                .replaceAll(value -> Matcher.quoteReplacement(MessageTexts.shown(values.get(value.group(1)), reader)));
    }

    Set<String> names() {
        return VALUE.matcher(pattern)
                .results()
                .map(value -> value.group(1))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The first that is no placeholder of these, as it stands there. */
    Optional<String> unknown(Set<String> allowed) {
        return BRACES.matcher(pattern)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(braces -> !isPlaceholder(braces, allowed))
                .findFirst();
    }

    private static boolean isPlaceholder(String braces, Set<String> allowed) {
        Matcher value = VALUE.matcher(braces);
        return value.matches() && allowed.contains(value.group(1));
    }
}
