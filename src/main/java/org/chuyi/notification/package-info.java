/** In-app messages, mail and robots' messages, in the reader's language and as she wants them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "workflow::work"
        })
package org.chuyi.notification;
