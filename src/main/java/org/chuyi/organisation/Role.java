package org.chuyi.organisation;

/** What an account may do when it acts for an organisation. The names are stored and part of the engine's group ids. */
public enum Role {
    /** 申报人: fills in, uploads, submits; of a school, or of a company that confirms a partnership. */
    APPLICANT,
    /** 校级审核: signs off what leaves the school. */
    SCHOOL_LEADER,
    /** 市州审核: of a city education bureau, a city human-resources bureau or a supervising authority. */
    REVIEWER,
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
    AUDITOR
}
