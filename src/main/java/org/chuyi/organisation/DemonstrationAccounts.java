package org.chuyi.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In demonstration mode: one account for every role, all with the same known password. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
@Order(DemonstrationAccounts.ORDER)
public class DemonstrationAccounts implements ApplicationRunner {

    /** Other demonstration data, which needs these accounts, runs with a higher one. */
    public static final int ORDER = 100;

    public static final String PASSWORD = "Chuyi-demo-2026";

    private static final String EDUCATION = Department.EDUCATION.organisationName();

    private static final List<Person> PEOPLE = List.of(
            person("clerk", "王芳", Role.APPLICANT, "长沙民政职业技术学院"),
            person("principal", "李建国", Role.SCHOOL_LEADER, "长沙民政职业技术学院"),
            person("clerk2", "刘洋", Role.APPLICANT, "湖南铁道职业技术学院"),
            person("principal2", "黄志强", Role.SCHOOL_LEADER, "湖南铁道职业技术学院"),
            person("clerk3", "彭丽", Role.APPLICANT, "浏阳市职业中专学校"),
            person("principal3", "谭文斌", Role.SCHOOL_LEADER, "浏阳市职业中专学校"),
            person("clerk4", "曾小燕", Role.APPLICANT, "新化县楚怡工业学校"),
            person("principal4", "罗国平", Role.SCHOOL_LEADER, "新化县楚怡工业学校"),
            person("clerk5", "欧阳静", Role.APPLICANT, "长沙市示例技师学院"),
            person("principal5", "唐建军", Role.SCHOOL_LEADER, "长沙市示例技师学院"),
            person("partner", "何俊", Role.APPLICANT, "湖南示例装备制造有限公司"),
            person("city", "周敏", Role.REVIEWER, "长沙市教育局"),
            person("city3", "黎明", Role.REVIEWER, "长沙市教育局"),
            person("bureau", "方志远", Role.BUREAU_LEADER, "长沙市教育局"),
            person("city2", "肖军", Role.REVIEWER, "娄底市教育局"),
            person("hr", "邓红梅", Role.REVIEWER, "长沙市人力资源和社会保障局"),
            person("authority", "赵卫东", Role.REVIEWER, "空军装备部"),
            person("province", "陈立", Role.PROVINCIAL_OFFICER, EDUCATION),
            person("reform", "蒋涛", Role.PROVINCIAL_OFFICER, Department.DEVELOPMENT_REFORM.organisationName()),
            person("finance", "易慧", Role.PROVINCIAL_OFFICER, Department.FINANCE.organisationName()),
            person("humanres", "贺敏", Role.PROVINCIAL_OFFICER, Department.HUMAN_RESOURCES.organisationName()),
            person("housing", "龙建华", Role.PROVINCIAL_OFFICER, Department.HOUSING.organisationName()),
            person("leader", "杨振华", Role.PROVINCIAL_LEADER, EDUCATION),
            person("expert", "胡雪梅", Role.EXPERT, "湖南省示例职业教育研究院"),
            person("sysadmin", "吴磊", Role.SYSTEM_ADMINISTRATOR, EDUCATION),
            person("secadmin", "郑洁", Role.SECURITY_ADMINISTRATOR, EDUCATION),
            person("auditor", "孙正", Role.AUDITOR, EDUCATION),
            person("many", "钟慧", Role.APPLICANT, "湖南铁道职业技术学院", "湖南示例汽车零部件有限公司"));

    private final Accounts accounts;
    private final Organisations organisations;
    private final PasswordEncoder encoder;

    DemonstrationAccounts(Accounts accounts, Organisations organisations, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.encoder = encoder;
    }

    /** A person who holds the same role for each of the organisations. */
    public record Person(String login, String name, Role role, List<String> organisations) {}

    public List<Person> people() {
        return PEOPLE;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        add(PEOPLE);
    }

    /** With the known password; those who have an account already keep it. */
    @Transactional
    public void add(List<Person> people) {
        var missing = people.stream()
                .filter(person -> accounts.find(person.login()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            var hash = encoder.encode(PASSWORD);
            missing.forEach(person -> create(person, hash));
        }
    }

    private void create(Person person, String passwordHash) {
        var wanted = new NewAccount(person.login(), person.name(), Optional.of(person.login() + "@example.org"));
        var account = done(accounts.createForDemonstration(wanted, passwordHash), person);
        for (String name : person.organisations()) {
            var organisation = organisations
                    .byName(name)
                    .orElseThrow(() -> new IllegalStateException("Not in the directory: " + name));
            done(accounts.appoint(account, new Post(organisation.id(), person.role())), person);
        }
    }

    private static AccountId done(AccountResult result, Person person) {
        if (result instanceof AccountResult.Done done) {
            return done.account();
        }
        throw new IllegalStateException(person.login() + ": " + result);
    }

    private static Person person(String login, String name, Role role, String... organisations) {
        return new Person(login, name, role, List.of(organisations));
    }
}
