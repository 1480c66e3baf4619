/** What can be done to an open task besides completing it: each operation with its rule, its record and its notice. */
@org.springframework.modulith.NamedInterface("operation")
package org.chuyi.workflow.operation;
