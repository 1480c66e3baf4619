/** Drafts, versions, attachments, the project application. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "workflow::work",
            "notification",
            "programme"
        })
package org.chuyi.application;
