/** School sign-off, city review, formal check, correction, and the ranked recommendation within quotas. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "workflow::operation",
            "notification",
            "programme",
            "application"
        })
package org.chuyi.review;
