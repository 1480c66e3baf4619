/** School sign-off, city review, formal check and correction. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "notification",
            "programme",
            "application"
        })
package org.chuyi.review;
