package org.chuyi.organisation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chuyi.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The province's regions. They change with a new version of the program only, so they are read once. Codes are GB/T 2260,
 * six digits; a method that is asked about one that does not exist throws IllegalArgumentException, except {@link #find}.
 */
@Component
public class Regions {

    private final Map<String, Region> byCode;

    Regions(JdbcClient jdbc) {
        byCode = jdbc
                .sql("select code, name from region")
                .query((row, number) -> new Region(new RegionCode(row.getString("code")), row.getString("name")))
                .stream()
                .collect(toMap(region -> region.code().value(), region -> region, (one, other) -> one, TreeMap::new));
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The 14 市州, in order of code. */
    public List<Region> cities() {
        return byCode.values().stream()
                .filter(region -> region.level() == RegionCode.Level.CITY)
                .toList();
    }

    /** In order of code. */
    public List<Region> countiesOf(String cityCode) {
        RegionCode city = get(cityCode).code();
        return byCode.values().stream()
                .filter(region -> region.level() == RegionCode.Level.COUNTY
                        && region.code().city().equals(city))
                .toList();
    }

    /** 岳麓区 for 430104. */
    public String nameOf(String code) {
        return get(code).name();
    }

    /** 长沙市岳麓区 for 430104; cities and the province as they are. */
    public String fullNameOf(String code) {
        Region region = get(code);
        return region.level() == RegionCode.Level.COUNTY ? cityOf(code).name() + region.name() : region.name();
    }

    /** The city that a county lies in; a city itself; the province for the province. */
    public Region cityOf(String code) {
        return get(get(code).code().city().value());
    }

    private Region get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No such region: " + code));
    }
}
