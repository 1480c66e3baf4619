package org.chuyi.application.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Short answers that sound like a school's, chosen by words of the field's label; the first that fits. */
final class ExampleTexts {

    private static final List<String> PEOPLE = List.of("张明远", "刘晓芳", "陈志强", "杨慧敏", "赵国栋");

    private static final List<Entry<List<String>, List<String>>> BY_WORD = List.of(
            answers(List.of("职务", "职称", "岗位"), "教务处处长、副教授", "产教融合办主任", "专业带头人、教授", "科研处副处长"),
            answers(List.of("部门"), "发展规划处", "产教融合办公室", "教务处"),
            answers(List.of("成果名称", "成果题目", "课题或成果"), "“岗课赛证”融通的育人模式", "现代学徒制的实践与推广", "楚怡工匠工坊建设"),
            answers(List.of("专业名称"), "机电一体化技术", "工业机器人技术", "数控技术", "智能控制技术"),
            answers(List.of("课程名称"), "自动化生产线安装与调试", "工业机器人编程", "电工电子技术"),
            answers(List.of("指标名称", "考核指标", "指标"), "双师型教师比例", "省级以上教学成果", "技术服务到款额"),
            answers(List.of("计量单位"), "个", "项", "人次"),
            answers(List.of("文号", "证书编号", "证明编号", "许可证号", "证）编号"), "湘教通〔2023〕156号", "湘教发〔2024〕21号", "湘人社函〔2024〕88号"),
            answers(List.of("出资单位"), "学校", "湖南省财政厅", "合作企业"),
            answers(List.of("授予", "颁奖", "采纳单位", "发布"), "湖南省教育厅", "教育部", "湖南省人力资源和社会保障厅"),
            answers(List.of("主管部门", "举办者"), "湖南省教育厅", "市教育局"),
            answers(List.of("责任单位", "责任部门"), "产教融合办公室", "教务处", "学生工作处"),
            answers(List.of("企业", "合作院校", "共建"), "湖南示例装备制造有限公司", "湖南示例汽车零部件有限公司"),
            answers(List.of("专业群名称"), "智能制造专业群", "现代物流专业群"),
            answers(List.of("基地名称", "平台名称", "馆）名称"), "楚怡智能制造实训基地", "楚怡职业教育文化馆", "工匠精神传习所"),
            answers(List.of("联盟）名称", "集团"), "湖南智能制造职业教育集团"),
            answers(List.of("产业", "行业"), "工程机械", "轨道交通装备", "现代物流"),
            answers(List.of("主题", "题目", "赛项", "作品", "活动"), "弘扬楚怡精神，培育大国工匠", "产教融合与区域发展", "技能成才、强国有我"),
            answers(List.of("方向名称"), "职业教育与区域产业协同", "技能人才成长规律"),
            answers(List.of("设备"), "六轴工业机器人 IRB-1410", "数控加工中心 VMC-850"),
            answers(List.of("地址"), "湖南省长沙市岳麓区麓枫路1号"),
            answers(List.of("民族"), "汉族"),
            answers(List.of("任务", "预期成果", "说明"), "建成并投入使用，年底前通过校内验收", "形成案例并在全省推广"),
            answers(List.of("单位"), "长沙民政职业技术学院", "湖南省示例职业教育研究院"),
            answers(List.of("姓名", "负责人", "联系人", "代表人", "校长", "带头人", "主持人", "主讲人", "监护人"), PEOPLE));

    private ExampleTexts() {}

    static String person(int row) {
        return pick(PEOPLE, row);
    }

    /** @param row counts repeated rows from 0, which get different answers */
    static String answerTo(String label, int row) {
        return BY_WORD.stream()
                .filter(entry -> entry.getKey().stream().anyMatch(label::contains))
                .findFirst()
                .map(entry -> pick(entry.getValue(), row))
                .orElse(label + "（示例）");
    }

    private static String pick(List<String> answers, int row) {
        return answers.get(row % answers.size());
    }

    private static Entry<List<String>, List<String>> answers(List<String> words, String... answers) {
        return Map.entry(words, List.of(answers));
    }

    private static Entry<List<String>, List<String>> answers(List<String> words, List<String> answers) {
        return Map.entry(words, answers);
    }
}
