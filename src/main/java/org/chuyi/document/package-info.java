/** Pages as files: official documents as PDF. Knows no module's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.chuyi.document;
