package org.chuyi.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.workflow.form.FormSchema;

/**
 * 申报项目, as its policy pack says. What a round may change (number, quotas, workdays) stands here as the default; ask
 * {@link RoundProgramme} for what holds.
 *
 * @param shortCode two digits, part of an application's number
 * @param nominatesPerson a person is put forward by the school (传承人)
 * @param cityQuota how many a city may recommend; empty for no limit
 * @param perCity exactly so many in each city
 * @param excludes programmes that a school cannot be approved for besides this one; symmetric
 * @param designated names of schools that the source itself names: still reviewed, counted in the number
 * @param competitive false where the province approves at the formal check
 * @param blind experts judge without names (盲评)
 * @param form what an applicant fills in
 * @param scoreSheet what an expert fills in; empty only where no contest can be held
 */
public record Programme(
        ProgrammeCode code,
        int version,
        String shortCode,
        BilingualText names,
        BilingualText summary,
        List<Basis> basis,
        ProgrammeNumber number,
        Set<OrganisationKind> applicants,
        boolean nominatesPerson,
        int applicationsPerSchool,
        ReviewRoute route,
        Optional<Integer> cityQuota,
        Optional<Integer> perCity,
        Set<ProgrammeCode> excludes,
        List<String> designated,
        Set<Department> countersigners,
        boolean competitive,
        boolean blind,
        Optional<PartnerRule> partners,
        StepWorkdays workdays,
        List<MaterialRequirement> materials,
        List<GuideBlock> guide,
        FormSchema form,
        Optional<ScoreSheetForm> scoreSheet) {

    public boolean admits(OrganisationKind kind) {
        return applicants.contains(kind);
    }

    public boolean designates(String organisationName) {
        return designated.contains(organisationName);
    }

    public Optional<MaterialRequirement> material(String materialCode) {
        return materials.stream().filter(m -> m.code().equals(materialCode)).findFirst();
    }

    /** What a city may recommend unless the round says otherwise; empty for no limit. */
    public Optional<Integer> defaultQuota() {
        return perCity.or(() -> cityQuota);
    }

    /** Every text that the public search looks through. */
    public Stream<BilingualText> texts() {
        return Stream.of(
                        Stream.of(names, summary),
                        basis.stream().map(Basis::text),
                        materials.stream().map(MaterialRequirement::names),
                        guide.stream().flatMap(GuideBlock::texts))
                .flatMap(texts -> texts);
    }

    Programme excluding(Set<ProgrammeCode> others) {
        return new Programme(
                code,
                version,
                shortCode,
                names,
                summary,
                basis,
                number,
                applicants,
                nominatesPerson,
                applicationsPerSchool,
                route,
                cityQuota,
                perCity,
                others,
                designated,
                countersigners,
                competitive,
                blind,
                partners,
                workdays,
                materials,
                guide,
                form,
                scoreSheet);
    }
}
