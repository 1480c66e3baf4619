/** How a person has set up her desk: the filters that she keeps. */
package org.chuyi.workflow.desk;
