/** Lists shown to the public, objections against them, and the announcement. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "document",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "notification",
            "programme",
            "application",
            "review",
            "selection"
        })
package org.chuyi.publicity;
