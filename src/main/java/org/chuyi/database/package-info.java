/** The PostgreSQL that the program brings along, and what one transaction keeps in mind. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.chuyi.database;
