package org.chuyi.organisation;

import java.util.ArrayList;
import java.util.List;
import org.chuyi.shared.RegionCode;
import org.chuyi.shared.RegionCode.Level;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;

/**
 * Made-up organisations for demonstration, each with 示例 in its name and DEM in its unified social credit code, which is
 * valid by its check character. Nothing is left to chance, so that the same ones come at every start.
 */
final class DemonstrationDirectory {

    private static final String PUBLIC_INSTITUTION = "12";
    private static final String GOVERNMENT = "11";
    private static final String ASSOCIATION = "51";
    private static final String PRIVATE_NON_ENTERPRISE = "52";
    private static final String COMPANY = "91";

    private static final List<String> TRADES = List.of(
            "装备制造", "轨道交通装备", "汽车零部件", "智能制造", "工程机械", "电子信息", "新材料", "生物医药", "现代农业", "食品加工", "文化旅游", "现代物流", "建筑工程",
            "软件技术", "新能源", "环境保护", "健康养老", "陶瓷工艺", "有色金属", "电力设备");

    private final List<Region> cities;
    private final List<Region> counties;
    private final List<DirectoryEntry> entries = new ArrayList<>();

    private DemonstrationDirectory(List<Region> regions) {
        cities = regions.stream().filter(region -> region.level() == Level.CITY).toList();
        counties = regions.stream()
                .filter(region -> region.level() == Level.COUNTY)
                .toList();
    }

    static List<DirectoryEntry> organisations(List<Region> regions) {
        var directory = new DemonstrationDirectory(regions);
        directory.secondarySchools();
        directory.technicianColleges();
        directory.companies();
        directory.otherPartners();
        return List.copyOf(directory.entries);
    }

    /** A public one in each county, a private one in each city. */
    private void secondarySchools() {
        for (Region county : counties) {
            school(OrganisationKind.SECONDARY_SCHOOL, county, county.name() + "示例职业中专学校", "90", false);
        }
        for (Region city : cities) {
            school(OrganisationKind.SECONDARY_SCHOOL, city, city.name() + "示例民办职业学校", "91", true);
        }
    }

    /** One in each city, and a private one in each of the first two. */
    private void technicianColleges() {
        for (Region city : cities) {
            school(OrganisationKind.TECHNICIAN_COLLEGE, city, city.name() + "示例技师学院", "92", false);
        }
        for (Region city : cities.subList(0, 2)) {
            school(OrganisationKind.TECHNICIAN_COLLEGE, city, city.name() + "示例民办技工学校", "93", true);
        }
    }

    /** @param series two digits that tell the kinds of made-up school codes apart; the region's digits follow */
    private void school(OrganisationKind kind, Region region, String name, String series, boolean privatelyRun) {
        String serial = series + region.code().value().substring(2);
        entries.add(new DirectoryEntry(
                kind,
                name,
                region.code(),
                SchoolCode.parse("3643" + serial),
                creditCode(privatelyRun ? PRIVATE_NON_ENTERPRISE : PUBLIC_INSTITUTION, region.code(), serial),
                null,
                privatelyRun,
                true));
    }

    private void companies() {
        for (int index = 0; index < TRADES.size(); index++) {
            Region city = cities.get(index % cities.size());
            String name = "湖南示例" + TRADES.get(index) + "有限公司";
            partner(OrganisationKind.COMPANY, city.code(), name, COMPANY, index + 1);
        }
    }

    private void otherPartners() {
        RegionCode province = cities.get(0).code().province();
        partner(OrganisationKind.INDUSTRY_BODY, province, "湖南省示例装备制造行业协会", ASSOCIATION, 1);
        partner(OrganisationKind.INDUSTRY_BODY, province, "湖南省示例现代农业行业协会", ASSOCIATION, 2);
        partner(OrganisationKind.INDUSTRY_BODY, province, "湖南省示例文化旅游行业协会", ASSOCIATION, 3);
        partner(OrganisationKind.RESEARCH_INSTITUTE, province, "湖南省示例职业教育研究院", PUBLIC_INSTITUTION, 1);
        partner(OrganisationKind.RESEARCH_INSTITUTE, province, "湖南省示例先进制造研究所", PUBLIC_INSTITUTION, 2);
        partner(OrganisationKind.RESEARCH_INSTITUTE, province, "湖南省示例农业科学研究所", PUBLIC_INSTITUTION, 3);
        for (Region city : cities.subList(0, 3)) {
            String name = city.name() + "示例产业园区管理委员会";
            partner(OrganisationKind.GOVERNMENT_BODY, city.code(), name, GOVERNMENT, 1);
        }
    }

    private void partner(OrganisationKind kind, RegionCode region, String name, String prefix, int number) {
        SocialCreditCode code = creditCode(prefix, region, "%06d".formatted(number));
        entries.add(new DirectoryEntry(kind, name, region, null, code, null, kind == OrganisationKind.COMPANY, true));
    }

    private static SocialCreditCode creditCode(String prefix, RegionCode region, String sixDigits) {
        return SocialCreditCode.ofBody(prefix + region + "DEM" + sixDigits);
    }
}
