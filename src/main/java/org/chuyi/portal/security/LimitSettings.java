package org.chuyi.portal.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one address, or one caller, may ask for. Generous, since a whole office may stand behind one address; 0 means
 * no limit. Each node counts for itself.
 *
 * @param failedSignIns from one address within ten minutes; who gets in is not counted
 * @param searches from one address, or of one person, within a minute
 * @param apiCalls with one token within a minute; the same number without a token from one address
 */
@ConfigurationProperties("chuyi.limits")
record LimitSettings(int failedSignIns, int searches, int apiCalls) {}
