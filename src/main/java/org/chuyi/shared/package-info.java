/** Value types of the domain without any framework: identifiers, regions, the work calendar. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.chuyi.shared;
