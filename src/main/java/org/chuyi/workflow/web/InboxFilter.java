package org.chuyi.workflow.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.workflow.InboxQuery;
import org.springframework.web.util.UriComponentsBuilder;

/** The list's address: every parameter as typed, any may be missing or nonsense. */
record InboxFilter(
        String tab,
        String category,
        String occasion,
        String city,
        String task,
        String due,
        String q,
        String order,
        String from) {

    private static final int LONGEST_TEXT = 100;

    public enum Tab {
        TO_DO,
        DONE,
        ORGANISATION,
        STARTED,
        COPIED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace("_", "");
        }
    }

    public Tab which() {
        return Stream.of(Tab.values())
                .filter(each -> each.code().equals(tab))
                .findFirst()
                .orElse(Tab.TO_DO);
    }

    InboxQuery query() {
        return new InboxQuery(
                given(category),
                given(occasion),
                given(city),
                given(task),
                given(due).flatMap(InboxFilter::due),
                given(q).map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT))),
                isDueFirst() ? InboxQuery.Order.DUE_FIRST : InboxQuery.Order.NEWEST,
                given(from).flatMap(InboxQuery.Cursor::parse));
    }

    /** Without the page's place: whether anything narrows the list. */
    public boolean narrows() {
        return Stream.of(category, occasion, city, task, due, q)
                .anyMatch(value -> given(value).isPresent());
    }

    /** What was given, by name, without the page's place. */
    public Map<String, String> given() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "tab", tab);
        put(all, "category", category);
        put(all, "occasion", occasion);
        put(all, "city", city);
        put(all, "task", task);
        put(all, "due", due);
        put(all, "q", q);
        put(all, "order", order);
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        given(value).ifPresent(text -> all.put(name, text));
    }

    boolean isDueFirst() {
        return !"newest".equals(order);
    }

    /** The same list from another place on. */
    String path(InboxQuery.Cursor cursor) {
        return path(task, cursor.toString());
    }

    /** The same list, of one kind of task; empty for all. */
    String ofTask(String key) {
        return path(key, "");
    }

    /** The same list from where it was. */
    String again() {
        return given(from).isPresent() ? path(task, from) : address();
    }

    /** The same list from its beginning; never the bare address, which opens with a person's default filter. */
    public String address() {
        String path = path(task, "");
        return path.equals("/inbox") ? path + "?tab=" + Tab.TO_DO.code() : path;
    }

    /** A page of a task, with the list from which it was opened: its next case is the next of that list. */
    String on(String path) {
        return narrows() && which() == Tab.TO_DO ? path(path, task, "") : path;
    }

    static String pathOf(Tab tab) {
        return tab == Tab.TO_DO ? "/inbox" : "/inbox?tab=" + tab.code();
    }

    private String path(String taskKey, String place) {
        return path("/inbox", taskKey, place);
    }

    private String path(String page, String taskKey, String place) {
        var address = UriComponentsBuilder.fromPath(page);
        with(address, "tab", which() == Tab.TO_DO ? "" : which().code());
        with(address, "category", category);
        with(address, "occasion", occasion);
        with(address, "city", city);
        with(address, "task", taskKey);
        with(address, "due", due);
        with(address, "q", q);
        with(address, "order", isDueFirst() ? "" : "newest");
        with(address, "from", place);
        return address.encode().toUriString();
    }

    private static void with(UriComponentsBuilder address, String name, String value) {
        given(value)
                .ifPresent(text -> address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, text)));
    }

    private static Optional<InboxQuery.Due> due(String code) {
        return Stream.of(InboxQuery.Due.values())
                .filter(each -> each.name().equalsIgnoreCase(code))
                .findFirst();
    }

    /** PostgreSQL takes no NUL in a text. */
    private static Optional<String> given(String value) {
        return Optional.ofNullable(value)
                .map(text -> text.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
