package org.chuyi.portal.security;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall with its own rule about the characters of headers and parameters, which it asks at each
 * reading of one, said without regular expressions.
 */
class PlainFirewall extends StrictHttpFirewall {

    PlainFirewall() {
        setAllowedHeaderNames(PlainFirewall::isText);
        setAllowedHeaderValues(PlainFirewall::isTextWithTabs);
        setAllowedParameterNames(PlainFirewall::isText);
    }

    static boolean isText(String value) {
        return isText(value, false);
    }

    static boolean isTextWithTabs(String value) {
        return isText(value, true);
    }

    private static boolean isText(String value, boolean tabs) {
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            int character = value.codePointAt(at);
            int type = Character.getType(character);
            if (type == Character.UNASSIGNED || type == Character.CONTROL && !(tabs && character == '\t')) {
                return false;
            }
        }
        return true;
    }
}
