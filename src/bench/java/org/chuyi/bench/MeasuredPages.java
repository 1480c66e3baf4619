package org.chuyi.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.chuyi.bench.server.SignedInClient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that people open most, each with several cases where it shows one. */
final class MeasuredPages {

    private static final int CASES = 40;
    private static final int PAGE_OF_INBOX = 20;
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    private final JdbcClient database;
    private final SignedInClient city;
    private final String round;

    /** @param city a city's reviewer */
    MeasuredPages(JdbcClient database, SignedInClient city) {
        this.database = database;
        this.city = city;
        this.round = database.sql("select code from round where state = 'OPEN'")
                .query(String.class)
                .single();
    }

    List<MeasuredPage> all() {
        return List.of(
                MeasuredPage.of("home, clerk", "clerk", "/"),
                MeasuredPage.of("home, city", "city", "/"),
                MeasuredPage.of("home, province", "province", "/"),
                MeasuredPage.of("home, nobody signed in", SignedInClient.ANYBODY, "/"),
                MeasuredPage.of("inbox, city", "city", "/inbox"),
                MeasuredPage.of("inbox, province", "province", "/inbox"),
                MeasuredPage.of("inbox, city, a late page", "city", latePageOfInbox()),
                MeasuredPage.of("inbox, province, filtered", "province", "/inbox?category=city-school&due=overdue"),
                MeasuredPage.of("inbox, province, searched", "province", "/inbox?q=" + encoded("浏阳")),
                MeasuredPage.of("inbox, city, done", "city", "/inbox?tab=done"),
                MeasuredPage.of("list, province", "province", "/applications"),
                MeasuredPage.of("list, city", "city", "/applications"),
                MeasuredPage.of("list, school", "clerk3", "/applications"),
                MeasuredPage.of("list, province, searched", "province", "/applications?q=" + encoded("浏阳")),
                new MeasuredPage("application, province", "province", applications("'APPROVED', 'FORMAL_CHECK'")),
                new MeasuredPage("application, its school", "clerk3", ofItsSchool()),
                new MeasuredPage("task, city", "city", tasks("cityReview", "长沙市教育局")),
                new MeasuredPage("task, province", "province", tasks("formalCheck", "湖南省教育厅")),
                new MeasuredPage("form of an application", "clerk3", forms()),
                MeasuredPage.of("messages, province", "province", "/messages"),
                MeasuredPage.of("rounds", "province", "/rounds"),
                MeasuredPage.of("round", "province", "/rounds/" + round),
                MeasuredPage.of("calls", SignedInClient.ANYBODY, "/calls"),
                MeasuredPage.of("call", SignedInClient.ANYBODY, "/calls/" + round),
                MeasuredPage.of("guide", SignedInClient.ANYBODY, "/calls/" + round + "/secondary-school"),
                MeasuredPage.of("search", SignedInClient.ANYBODY, "/search?q=" + encoded("专业群")),
                MeasuredPage.of("processes, administrator", "sysadmin", "/administration/processes"),
                MeasuredPage.of("record, auditor", "auditor", "/administration/record"),
                MeasuredPage.of("API, inbox, city", MeasuredPage.API + "city", "/api/v1/inbox"),
                MeasuredPage.of("API, applications, province", MeasuredPage.API + "province", "/api/v1/applications"));
    }

    /** By the links, as one pages; the last page where there are fewer. */
    private String latePageOfInbox() {
        String path = "/inbox";
        for (int page = 1; page < PAGE_OF_INBOX; page++) {
            var next = NEXT.matcher(city.get(path).text());
            if (!next.find()) {
                break;
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return path;
    }

    private List<String> applications(String states) {
        return paths("select '/applications/' || number from project_application where status in (" + states
                + ") order by md5(number)");
    }

    private List<String> ofItsSchool() {
        return paths("""
                select '/applications/' || a.number from project_application a
                join organisation o on o.id = a.organisation_id and o.name = '浏阳市职业中专学校' order by md5(a.number)""");
    }

    private List<String> forms() {
        return paths("""
                select '/applications/' || a.number || '/form' from project_application a
                join organisation o on o.id = a.organisation_id and o.name = '浏阳市职业中专学校'
                where a.status = 'RETURNED' order by md5(a.number)""");
    }

    private List<String> tasks(String key, String office) {
        return paths("select '/tasks/' || task_id from inbox_task t join organisation o on o.id = t.organisation_id"
                + " where t.state = 'OPEN' and t.task_key = '" + key + "' and o.name = '" + office
                + "' order by md5(task_id)");
    }

    private List<String> paths(String sql) {
        var paths = database.sql(sql + " limit " + CASES).query(String.class).list();
        if (paths.isEmpty()) {
            throw new IllegalStateException("Nothing to open: " + sql);
        }
        return paths;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
