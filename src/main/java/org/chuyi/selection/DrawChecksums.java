package org.chuyi.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.chuyi.shared.Sha256;

/** SHA-256 of a draw's pool and of its result, each as lines of text. They stand in the record beside the seed. */
final class DrawChecksums {

    private DrawChecksums() {}

    /** In order of login: login, employer's id, city, specialties, grounds. */
    static String ofPool(Collection<DrawCandidate> pool) {
        return Sha256.of(pool.stream()
                        .sorted(Comparator.comparing(DrawCandidate::login))
                        .map(each -> String.join(
                                " ",
                                each.login(),
                                each.employer().toString(),
                                each.city(),
                                each.specialties().toString(),
                                each.grounds().toString()))
                        .collect(Collectors.joining("\n")))
                .hex();
    }

    static String ofOrder(List<DrawAlgorithm.Place> places) {
        return Sha256.of(places.stream().map(DrawAlgorithm.Place::line).collect(Collectors.joining("\n")))
                .hex();
    }
}
