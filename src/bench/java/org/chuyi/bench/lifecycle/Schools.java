package org.chuyi.bench.lifecycle;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secondary schools of Changsha, each with a clerk and a leader. A school files several applications in a round. */
public final class Schools {

    static final int APPLICATIONS = 10;

    /** In turn, so that no two applications of a school begin at once: one of them would have to begin again. */
    private static final int AT_LEAST = 32;

    static final String PROGRAMME = "secondary-school";

    private static final String LIKE = "测量中职-%s-";

    private final JdbcClient database;
    private int series;

    public Schools(JdbcClient database) {
        this.database = database;
    }

    public record School(long id, String name, long clerk, String clerkLogin, long leader, String leaderLogin) {}

    /** New ones for so many applications. */
    List<School> forApplications(int applications, String passwordHash) {
        return add(Math.max(AT_LEAST, (applications + APPLICATIONS - 1) / APPLICATIONS), passwordHash);
    }

    public List<School> add(int number, String passwordHash) {
        String prefix = LIKE.formatted(++series);
        database.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        select 'SECONDARY_SCHOOL', :prefix || n, '430100', '430100' from generate_series(1, :number) n""").param("prefix", prefix).param("number", number).update();
        people(prefix, "clerk", "APPLICANT", passwordHash);
        people(prefix, "leader", "SCHOOL_LEADER", passwordHash);
        return database.sql("""
                        select o.id, o.name, clerk.id as clerk, clerk.login as clerk_login, leader.id as leader,
                          leader.login as leader_login
                        from organisation o join account clerk on clerk.login = 'bench-clerk-' || o.id
                          join account leader on leader.login = 'bench-leader-' || o.id
                        where starts_with(o.name, :prefix) order by o.id""").param("prefix", prefix).query(School.class).list();
    }

    private void people(String prefix, String name, String role, String passwordHash) {
        database.sql("""
                        with made as (
                          insert into account (login, name, email, password_hash, must_change_password, created_at)
                          select 'bench-' || :name || '-' || id, '测量人员', :name || id || '@example.org', :hash, false, now()
                          from organisation where starts_with(name, :prefix)
                          returning id, login)
                        insert into post (account_id, organisation_id, role)
                        select id, cast(substring(login from '[0-9]+$') as bigint), :role from made""")
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", passwordHash)
                .param("role", role)
                .update();
    }

    /** A file in place of each required material; the upload is not what is compared. */
    static void putMaterials(JdbcClient database, List<String> codes, List<String> numbers) {
        database.sql("""
                        insert into stored_file values (repeat('a', 64), 3, 'application/pdf', 'pdf'::bytea, now())
                        on conflict do nothing""").update();
        database.sql("""
                        insert into attachment (number, material_code, file_name, media_type, size, sha256, uploaded_by,
                          uploaded_at)
                        select a.number, material, '申报书.pdf', 'application/pdf', 3, repeat('a', 64), a.created_by, now()
                        from project_application a, unnest(cast(:codes as text[])) material
                        where a.number = any(cast(:numbers as text[]))""")
                .param("codes", codes.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    static int approved(JdbcClient database) {
        return database.sql("""
                        select count(*) from project_application a join organisation o on o.id = a.organisation_id
                        where a.status = 'APPROVED' and starts_with(o.name, '测量中职-')""").query(Integer.class).single();
    }
}
