/** In-app messages and mail, in the reader's language. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "organisation", "workflow", "workflow::form", "workflow::work"})
package org.chuyi.notification;
