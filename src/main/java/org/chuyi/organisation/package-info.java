/** Regions, schools, bureaux, departments, accounts, roles and the acting person. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.chuyi.organisation;
