package org.chuyi.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The programmes as their policy packs say; read once at start, strictly. */
public final class PolicyPacks {

    private final Map<ProgrammeCode, Programme> programmes;

    private PolicyPacks(List<Programme> programmes) {
        this.programmes = new LinkedHashMap<>();
        programmes.stream()
                .sorted(Comparator.comparing(Programme::shortCode))
                .forEach(each -> this.programmes.put(each.code(), each));
    }

    /**
     * @param folder where the packs' folders stand, e.g. {@code classpath*:processes/programmes}
     * @throws BrokenPolicyPack naming file and line of the first thing that is wrong
     */
    static PolicyPacks read(String folder) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources(folder + "/*/" + PolicyPackReader.FILE);
            List<PolicyPackReader.Pack> packs = new ArrayList<>();
            var reader = new PolicyPackReader();
            for (Resource file : files) {
                packs.add(reader.read(file));
            }
            checkTogether(packs);
            return new PolicyPacks(withSymmetricExclusions(
                    packs.stream().map(PolicyPackReader.Pack::programme).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the policy packs", e);
        }
    }

    private static void checkTogether(List<PolicyPackReader.Pack> packs) {
        Set<String> shortCodes = new HashSet<>();
        Set<ProgrammeCode> codes = new HashSet<>();
        packs.forEach(pack -> codes.add(pack.programme().code()));
        for (var pack : packs) {
            Programme programme = pack.programme();
            if (!shortCodes.add(programme.shortCode())) {
                throw pack.field("shortCode")
                        .broken("shortCode \"%s\" is another programme's already".formatted(programme.shortCode()));
            }
            for (ProgrammeCode excluded : programme.excludes()) {
                if (excluded.equals(programme.code()) || !codes.contains(excluded)) {
                    throw pack.field("excludes").broken("there is no other programme \"%s\"".formatted(excluded));
                }
            }
        }
    }

    private static List<Programme> withSymmetricExclusions(List<Programme> programmes) {
        return programmes.stream()
                .map(programme -> {
                    Set<ProgrammeCode> excludes = new LinkedHashSet<>(programme.excludes());
                    programmes.stream()
                            .filter(other -> other.excludes().contains(programme.code()))
                            .map(Programme::code)
                            .forEach(excludes::add);
                    return programme.excluding(excludes);
                })
                .toList();
    }

    /** All, in the order of their short codes. */
    public List<Programme> all() {
        return List.copyOf(programmes.values());
    }

    /** @throws NoSuchElementException when there is none of that code */
    public Programme programme(ProgrammeCode code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("No policy pack for programme " + code));
    }

    public Optional<Programme> find(ProgrammeCode code) {
        return Optional.ofNullable(programmes.get(code));
    }

    /** The same for a code that somebody typed. */
    public Optional<Programme> find(String code) {
        return ProgrammeCode.isCode(code) ? find(new ProgrammeCode(code)) : Optional.empty();
    }
}
