package org.chuyi.organisation;

import org.springframework.security.core.GrantedAuthority;

/** A role as Spring Security's authority of the same name. */
public record RoleAuthority(Role role) implements GrantedAuthority {
    @Override
    public String getAuthority() {
        return role.name();
    }
}
