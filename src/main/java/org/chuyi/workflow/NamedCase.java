package org.chuyi.workflow;

/** What stands in a list: a case, or a task of one, with the title that was stored when the case began. */
public interface NamedCase {

    String processKey();

    String businessKey();

    String title();
}
