/** Layout, home, sign-in, errors, help. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "organisation",
            "workflow",
            "workflow::form",
            "notification",
            "programme",
            "application",
            "review"
        })
package org.chuyi.portal;
