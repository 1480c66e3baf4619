/** The engine's house: inbox, task gate, forms, deadlines, background work, diagrams. Knows no programme. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database", "audit", "organisation"})
package org.chuyi.workflow;
