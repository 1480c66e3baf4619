/** Policy packs, rounds, windows, quotas, eligibility. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "notification"
        })
package org.chuyi.programme;
