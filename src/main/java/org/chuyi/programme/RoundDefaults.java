package org.chuyi.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Region;
import org.chuyi.organisation.Regions;
import org.springframework.stereotype.Component;

/** What a round starts from: the policy packs' numbers, quotas and limits. */
@Component
public class RoundDefaults {

    private final PolicyPacks packs;
    private final Regions regions;

    RoundDefaults(PolicyPacks packs, Regions regions) {
        this.packs = packs;
        this.regions = regions;
    }

    public RoundProgramme of(ProgrammeCode code) {
        Programme programme = packs.programme(code);
        Map<String, Integer> quotas = new HashMap<>();
        programme.defaultQuota().ifPresent(quota -> cities().forEach(
                        city -> quotas.put(city.code().value(), quota)));
        return new RoundProgramme(
                code,
                programme.number().byDefault(),
                programme.applicationsPerSchool(),
                programme.competitive(),
                quotas,
                programme.workdays());
    }

    public List<RoundProgramme> ofAll() {
        return packs.all().stream().map(each -> of(each.code())).toList();
    }

    /** The 14 cities, in order of code. */
    public List<Region> cities() {
        return regions.cities();
    }
}
