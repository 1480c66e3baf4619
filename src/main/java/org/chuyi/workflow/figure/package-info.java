/** 办件统计: how much work there is, how much was done, and how long it took. */
package org.chuyi.workflow.figure;
