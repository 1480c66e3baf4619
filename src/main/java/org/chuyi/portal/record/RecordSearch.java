package org.chuyi.portal.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.ChuyiApplication;
import org.chuyi.audit.AuditFilter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the auditor asks for; blank parts ask for all.
 *
 * @param from the first day
 * @param until the last day, which counts in full
 */
record RecordSearch(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
        String person,
        String action,
        String subject) {

    AuditFilter filter() {
        return new AuditFilter(
                Optional.ofNullable(from)
                        .map(day -> day.atStartOfDay(ChuyiApplication.ZONE).toInstant()),
                Optional.ofNullable(until).map(day -> day.plusDays(1)
                        .atStartOfDay(ChuyiApplication.ZONE)
                        .toInstant()),
                filled(person),
                filled(action),
                filled(subject));
    }

    /** The parts that are not blank, by name; public for the template. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        Optional.ofNullable(from).ifPresent(day -> parts.put("from", day.toString()));
        Optional.ofNullable(until).ifPresent(day -> parts.put("until", day.toString()));
        filled(person).ifPresent(value -> parts.put("person", value));
        filled(action).ifPresent(value -> parts.put("action", value));
        filled(subject).ifPresent(value -> parts.put("subject", value));
        return parts;
    }

    /** Path of the list with this search, from before a line on. */
    String path(Optional<Long> before) {
        var builder = UriComponentsBuilder.fromPath(RecordController.PATH);
        Map<String, Object> values = new LinkedHashMap<>(parts());
        before.ifPresent(number -> values.put("before", number));
        values.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(values).toUriString();
    }

    private static Optional<String> filled(String value) {
        return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
    }
}
