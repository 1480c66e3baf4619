package org.chuyi.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person is by herself, and for whom she stands in. What she has as a deputy is never passed on: only the
 * principals' own roles count.
 *
 * @param own the roles that she holds herself
 * @param known those of today and those to come
 * @param inForce those of today
 */
public record Deputyships(Set<Role> own, List<StandIn> known, List<StandIn> inForce) implements Serializable {

    static Deputyships none(Set<Role> own) {
        return new Deputyships(own, List.of(), List.of());
    }

    Deputyships on(LocalDate day) {
        return new Deputyships(
                own, known, known.stream().filter(each -> each.isInForceOn(day)).toList());
    }

    Set<Role> roles() {
        return Stream.concat(own.stream(), inForce.stream().flatMap(each -> each.roles().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
