/** The record that cannot be changed unseen. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database"})
package org.chuyi.audit;
