package org.chuyi.selection.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuyi.organisation.DemonstrationAccounts;
import org.chuyi.organisation.DemonstrationAccounts.Person;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ExpertEntry;
import org.chuyi.selection.ExpertSeeding;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * In demonstration mode: a pool of made-up experts, employed by made-up organisations of all cities and by provincial ones.
 * Nothing is left to chance, so that the same ones come at every start.
 */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
@Order(DemonstrationAccounts.ORDER + 10)
class DemonstrationExperts implements ApplicationRunner {

    private static final String SURNAMES = "张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹";
    private static final String GIVEN = "明华建国文慧志远晓燕海涛丽娟伟东雪松玉兰国强永红立新秀英";
    private static final List<String> TITLES = List.of("教授", "副教授", "正高级工程师", "高级工程师", "高级讲师");

    /** Majors of the larger categories, so that every demonstration contest finds experts. */
    private static final List<String> MAJORS = List.of(
            "460101、4603",
            "5102",
            "4201、6101",
            "5303",
            "5202",
            "4401",
            "4801",
            "5001、4601",
            "5501",
            "5701",
            "5401",
            "4701");

    private static final List<String> EMPLOYERS = List.of(
            "湖南省示例职业教育研究院",
            "湖南省示例先进制造研究所",
            "湖南省示例农业科学研究所",
            "湖南省示例装备制造行业协会",
            "湖南省示例现代农业行业协会",
            "湖南省示例文化旅游行业协会",
            "湖南示例轨道交通装备有限公司",
            "湖南示例智能制造有限公司",
            "湖南示例工程机械有限公司",
            "湖南示例电子信息有限公司",
            "湖南示例新材料有限公司",
            "湖南示例生物医药有限公司",
            "湖南示例现代农业有限公司",
            "湖南示例食品加工有限公司",
            "湖南示例文化旅游有限公司",
            "湖南示例现代物流有限公司",
            "湖南示例建筑工程有限公司",
            "湖南示例软件技术有限公司",
            "湖南示例新能源有限公司",
            "湖南示例陶瓷工艺有限公司");

    private static final int EXPERTS = 40;

    private final DemonstrationAccounts accounts;
    private final ExpertSeeding pool;

    DemonstrationExperts(DemonstrationAccounts accounts, ExpertSeeding pool) {
        this.accounts = accounts;
        this.pool = pool;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> known = pool.logins();
        List<ExpertEntry> missing = entries().stream()
                .filter(entry -> !known.contains(entry.login()))
                .toList();
        accounts.add(missing.stream()
                .map(entry -> new Person(entry.login(), entry.name(), Role.EXPERT, List.of(entry.employer())))
                .toList());
        pool.add(missing);
    }

    /** The one whom the list of accounts names, and the others. */
    private static List<ExpertEntry> entries() {
        List<ExpertEntry> entries = new ArrayList<>();
        entries.add(entry("expert", "胡雪梅", 0));
        for (int at = 1; at < EXPERTS; at++) {
            String given = GIVEN.substring(2 * at % GIVEN.length(), 2 * at % GIVEN.length() + 2);
            String name = SURNAMES.charAt(7 * at % SURNAMES.length()) + given;
            entries.add(entry("expert" + (at + 1), name, at));
        }
        return entries;
    }

    private static ExpertEntry entry(String login, String name, int at) {
        return new ExpertEntry(
                login,
                name,
                EMPLOYERS.get(at % EMPLOYERS.size()),
                TITLES.get(at % TITLES.size()),
                MAJORS.get(at % MAJORS.size()),
                "",
                "",
                login + "@example.org");
    }
}
