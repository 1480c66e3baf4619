package org.chuyi.workflow;

import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.Round;
import org.chuyi.testing.People;
import org.chuyi.testing.Walk;

/** An application that has left its school, and what a city may say of it. */
public record Submission(Walk walk, People people, Round round) {

    public static final String OF_LOUDI = "新化县楚怡工业学校";
    public static final String OF_CHANGSHA = "浏阳市职业中专学校";
    public static final String PROGRAMME = "secondary-school";

    public ApplicationNumber by(String school) {
        return by(school, PROGRAMME);
    }

    public ApplicationNumber by(String school, String programme) {
        var applicant = people.applicantOf(school);
        var number = walk.started(applicant, round, programme);
        walk.withMaterials(number, programme, applicant);
        walk.done(number, applicant, walk.answers(programme, applicant));
        walk.done(number, people.leaderOf(school), Map.of("decision", "signedOff"));
        return number;
    }

    public static Map<String, Object> recommending() {
        return Map.of("decision", "recommended", "opinion", "材料齐全，符合条件。");
    }

    public static Map<String, Object> returning() {
        return Map.of(
                "decision",
                "returned",
                "opinion",
                "请按清单修改。",
                "corrections",
                List.of(Map.of("place", "办学条件", "requirement", "占地面积与材料不一致，请核对")));
    }

    public static Map<String, Object> approving() {
        return Map.of("decision", "approved", "opinion", "同意。", "checks", List.of("materials"));
    }
}
