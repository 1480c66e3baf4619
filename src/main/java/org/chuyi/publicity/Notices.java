package org.chuyi.publicity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.RoundCode;
import org.chuyi.shared.ChineseDates;
import org.springframework.stereotype.Component;

/** Words the notice of an announced round. */
@Component
public class Notices {

    private final Announcing announcing;
    private final Publicity publicity;
    private final Regions regions;

    Notices(Announcing announcing, Publicity publicity, Regions regions) {
        this.announcing = announcing;
        this.publicity = publicity;
        this.regions = regions;
    }

    /** Empty before the announcement. */
    public Optional<Notice> of(RoundCode round) {
        return announcing.find(round).map(this::worded);
    }

    private Notice worded(Announcement announcement) {
        List<Notice.Part> parts = parts(announcement.round());
        int selected = parts.stream().mapToInt(part -> part.rows().size()).sum();
        return new Notice(
                announcement.document().toString(),
                announcement.title(),
                List.of(
                        "各市州教育局、人力资源和社会保障局，各职业院校，各有关单位：",
                        "根据申报通知，经学校申报、市州（主管部门）审核推荐、形式审查、专家评审、部门会签、集体审定和公示，确定%d个项目共%d个单位入选，现予公布（名单附后）。"
                                .formatted(parts.size(), selected),
                        "各入选单位要按照申报书和任务书组织实施，如期完成建设任务。各市州和有关部门要加强指导，落实支持政策。省教育厅将会同有关部门组织年度检查、中期评估和验收。"),
                Department.EDUCATION.organisationName(),
                ChineseDates.date(announcement.issuedOn()),
                parts);
    }

    private List<Notice.Part> parts(RoundCode round) {
        Map<String, String> titles = new LinkedHashMap<>();
        publicity.last(round).ifPresent(list -> list.sections()
                .forEach(
                        section -> titles.put(section.contest(), section.title().zh())));
        Map<String, List<Notice.Row>> rows = new LinkedHashMap<>();
        for (AnnouncedResult result : announcing.selected(round)) {
            var part = rows.computeIfAbsent(result.contest().toString(), contest -> new ArrayList<>());
            part.add(new Notice.Row(part.size() + 1, result.school(), regions.nameOf(result.cityCode())));
        }
        return rows.entrySet().stream()
                .map(part -> new Notice.Part(titles.getOrDefault(part.getKey(), part.getKey()), part.getValue()))
                .toList();
    }
}
