/** The PostgreSQL that the program brings along. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.chuyi.database;
