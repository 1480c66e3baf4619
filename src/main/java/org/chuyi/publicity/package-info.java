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
            "application::demonstration",
            "review",
            "selection",
            "selection::demonstration"
        })
package org.chuyi.publicity;
