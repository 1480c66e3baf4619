/** 批量办理: one decision for many tasks of one kind, each through the same gate as by itself. */
package org.chuyi.workflow.bulk;
