package org.chuyi.organisation;

import java.util.EnumSet;
import java.util.Set;

/** What an account may do when it acts for an organisation. The names are stored and part of the engine's group ids. */
public enum Role {
    /** 申报人: fills in, uploads, submits; of a school, or of a company that confirms a partnership. */
    APPLICANT,
    /** 校级审核: signs off what leaves the school. */
    SCHOOL_LEADER,
    /** 市州审核: of a city education bureau, a city human-resources bureau or a supervising authority. */
    REVIEWER,
    /** 单位负责人 of a bureau or a supervising authority: does what its reviewers do, and is above them. */
    BUREAU_LEADER,
    /** 省级: an officer of one of the five provincial departments. */
    PROVINCIAL_OFFICER,
    /** 审定: the provincial leader who approves lists. */
    PROVINCIAL_LEADER,
    /** 专家. */
    EXPERT,
    /** 系统管理员: watches processes, repairs what is stuck. */
    SYSTEM_ADMINISTRATOR,
    /** 安全管理员: accounts, roles, lockouts. */
    SECURITY_ADMINISTRATOR,
    /** 审计员: reads the record. */
    AUDITOR;

    /** Whether she is above the others of her organisation. */
    public boolean leads() {
        return this == SCHOOL_LEADER || this == BUREAU_LEADER || this == PROVINCIAL_LEADER;
    }

    /** What somebody with these posts may act as. */
    static Set<Role> actedAs(Set<Role> held) {
        if (!held.contains(BUREAU_LEADER)) {
            return held;
        }
        var roles = EnumSet.copyOf(held);
        roles.add(REVIEWER);
        return Set.copyOf(roles);
    }
}
