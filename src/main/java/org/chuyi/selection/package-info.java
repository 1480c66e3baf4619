/** Experts, draw, blind scoring, ranking, countersign and the leader's decision: a round's contests. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "document",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "workflow::work",
            "notification",
            "programme",
            "application",
            "review"
        })
package org.chuyi.selection;
