/** 后台作业: long work in slices, driven by {@code background-work.bpmn}, with a progress that survives a restart. */
@org.springframework.modulith.NamedInterface("work")
package org.chuyi.workflow.work;
