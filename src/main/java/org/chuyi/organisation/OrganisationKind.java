package org.chuyi.organisation;

/** What an organisation is; the names are stored. */
public enum OrganisationKind {
    /** 职业本科学校. */
    VOCATIONAL_UNIVERSITY,
    /** 高职专科院校. */
    HIGHER_COLLEGE,
    /** 中等职业学校. */
    SECONDARY_SCHOOL,
    /** 技工院校. */
    TECHNICIAN_COLLEGE,
    /** 市州教育局. */
    CITY_EDUCATION_BUREAU,
    /** 市州人力资源和社会保障局. */
    CITY_HR_BUREAU,
    /** 主管部门: a provincial or national authority that runs colleges. */
    SUPERVISING_AUTHORITY,
    /** 省级部门. */
    PROVINCIAL_DEPARTMENT,
    /** 企业. */
    COMPANY,
    /** 行业组织. */
    INDUSTRY_BODY,
    /** 科研机构. */
    RESEARCH_INSTITUTE,
    /** 政府机关, other than those above. */
    GOVERNMENT_BODY;

    public boolean isSchool() {
        return this == VOCATIONAL_UNIVERSITY
                || this == HIGHER_COLLEGE
                || this == SECONDARY_SCHOOL
                || this == TECHNICIAN_COLLEGE;
    }
}
