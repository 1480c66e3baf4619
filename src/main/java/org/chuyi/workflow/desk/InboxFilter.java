package org.chuyi.workflow.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.workflow.InboxList;
import org.chuyi.workflow.InboxQuery;
import org.springframework.web.util.UriComponentsBuilder;

/** The list's address: every parameter as typed, any may be missing or nonsense. */
public record InboxFilter(
        String tab,
        String category,
        String occasion,
        String city,
        String task,
        String state,
        String due,
        String q,
        String order,
        String from) {

    private static final int LONGEST_TEXT = 100;
    private static final String LIST = "/inbox";

    /** Of an address that {@link #address} has written. */
    public static InboxFilter of(String address) {
        var given = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        Map<String, String> read = new LinkedHashMap<>();
        given.forEach((name, value) -> read.put(name, value == null ? null : decoded(value)));
        return new InboxFilter(
                read.get("tab"),
                read.get("category"),
                read.get("occasion"),
                read.get("city"),
                read.get("task"),
                read.get("state"),
                read.get("due"),
                read.get("q"),
                read.get("order"),
                null);
    }

    public InboxList which() {
        return Stream.of(InboxList.values())
                .filter(each -> codeOf(each).equals(tab))
                .findFirst()
                .orElse(InboxList.TO_DO);
    }

    /** As in its address. */
    public String code() {
        return codeOf(which());
    }

    public static String codeOf(InboxList list) {
        return list.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    public InboxQuery query() {
        return new InboxQuery(
                given(category),
                given(occasion),
                given(city),
                given(task),
                ownState(),
                given(due).flatMap(InboxFilter::due),
                given(q).map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT))),
                isDueFirst() ? InboxQuery.Order.DUE_FIRST : InboxQuery.Order.NEWEST,
                given(from).flatMap(InboxQuery.Cursor::parse));
    }

    /** Without the page's place: whether anything narrows the list. */
    public boolean narrows() {
        return ownState().isPresent()
                || Stream.of(category, occasion, city, task, due, q)
                        .anyMatch(value -> given(value).isPresent());
    }

    /** What was given, by name, without the page's place. */
    public Map<String, String> given() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "tab", which() == InboxList.TO_DO ? "" : code());
        put(all, "category", category);
        put(all, "occasion", occasion);
        put(all, "city", city);
        put(all, "task", task);
        put(all, "state", ownState().orElse(""));
        put(all, "due", due);
        put(all, "q", q);
        put(all, "order", isDueFirst() ? "" : order);
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        given(value).ifPresent(text -> all.put(name, text));
    }

    /** The same list from another place on. */
    public String path(InboxQuery.Cursor cursor) {
        return path(LIST, cursor.toString());
    }

    /** The same list, of one kind of task; empty for all. */
    public String ofTask(String key) {
        return new InboxFilter(tab, category, occasion, city, key, state, due, q, order, "").address();
    }

    /** The same list, of the rows in that state, whenever they are due; empty for all. */
    public String inState(String code) {
        return new InboxFilter(tab, category, occasion, city, task, code, "", q, order, "").address();
    }

    /** The same list, of what is due then, whoever has it. */
    public String dueAt(String code) {
        return new InboxFilter(tab, category, occasion, city, task, "", code, q, order, "").address();
    }

    /** The same list from where it was. */
    public String again() {
        return given(from).isPresent() ? path(LIST, from) : address();
    }

    /** The same list from its beginning; never the bare address, which opens with a person's default filter. */
    public String address() {
        String path = path(LIST, "");
        return path.equals(LIST) ? path + "?tab=" + codeOf(InboxList.TO_DO) : path;
    }

    /** A page of a task, with the list from which it was opened: its next case is the next of that list. */
    public String on(String path) {
        return narrows() && which() == InboxList.TO_DO ? path(path, "") : path;
    }

    public static String pathOf(InboxList list) {
        return list == InboxList.TO_DO ? LIST : LIST + "?tab=" + codeOf(list);
    }

    private Optional<String> ownState() {
        return given(state).filter(which()::hasState);
    }

    private boolean isDueFirst() {
        return !"newest".equals(order);
    }

    private String path(String page, String place) {
        var address = UriComponentsBuilder.fromPath(page);
        given().forEach((name, value) -> with(address, name, value));
        given(place).ifPresent(value -> with(address, "from", value));
        return address.encode().toUriString();
    }

    private static void with(UriComponentsBuilder address, String name, String value) {
        address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
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
