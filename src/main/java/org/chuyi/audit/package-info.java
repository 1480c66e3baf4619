/** The record that cannot be changed unseen. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.chuyi.audit;
