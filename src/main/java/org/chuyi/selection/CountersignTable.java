package org.chuyi.selection;

import java.util.List;
import org.chuyi.organisation.Department;
import org.chuyi.programme.ProgrammeCode;

/** The decision tables of the countersign. */
public interface CountersignTable {

    CountersignRule rule(ProgrammeCode programme);

    /** Who signs, in the order of the departments. */
    List<Department> departments(ProgrammeCode programme);
}
