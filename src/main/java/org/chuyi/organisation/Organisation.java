package org.chuyi.organisation;

import java.util.Optional;

/**
 * A school, bureau, department, authority or partner.
 *
 * @param regionCode GB/T 2260 code of its county, city or the province
 * @param cityCode the city's code that {@code regionCode} belongs to, 430000 for provincial organisations
 * @param schoolCode 学校标识码 where it is a school that has one
 * @param socialCreditCode 统一社会信用代码 where known
 * @param supervisedBy the supervising authority, where the school has one that reviews for it
 * @param demonstration made up for demonstration; its name says so too
 */
public record Organisation(
        OrganisationId id,
        OrganisationKind kind,
        String name,
        String regionCode,
        String cityCode,
        Optional<String> schoolCode,
        Optional<String> socialCreditCode,
        Optional<OrganisationId> supervisedBy,
        boolean privatelyRun,
        boolean demonstration) {}
