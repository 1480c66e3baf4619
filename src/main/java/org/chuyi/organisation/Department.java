package org.chuyi.organisation;

/** The five provincial departments (省级部门) that issue the notice together; 教育厅 leads. The names are stored. */
public enum Department {
    EDUCATION("湖南省教育厅"),
    DEVELOPMENT_REFORM("湖南省发展和改革委员会"),
    FINANCE("湖南省财政厅"),
    HUMAN_RESOURCES("湖南省人力资源和社会保障厅"),
    HOUSING("湖南省住房和城乡建设厅");

    private final String organisationName;

    Department(String organisationName) {
        this.organisationName = organisationName;
    }

    /** Its full name, by which the directory knows it. */
    public String organisationName() {
        return organisationName;
    }
}
