package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RegionsTest {

    @Autowired
    Regions regions;

    @Test
    void provinceHas14CitiesAnd122Counties() {
        assertThat(regions.cities()).hasSize(14);
        assertThat(regions.cities().stream()
                        .mapToInt(
                                city -> regions.countiesOf(city.code().value()).size())
                        .sum())
                .isEqualTo(122);
    }

    @Test
    void countiesOfACityAreItsOwn() {
        assertThat(regions.countiesOf("430300"))
                .extracting(Region::name)
                .containsExactly("雨湖区", "岳塘区", "湘潭县", "湘乡市", "韶山市");
    }

    @Test
    void regionIsNamed() {
        assertThat(regions.nameOf("430104")).isEqualTo("岳麓区");
        assertThat(regions.fullNameOf("430104")).isEqualTo("长沙市岳麓区");
        assertThat(regions.fullNameOf("433100")).isEqualTo("湘西土家族苗族自治州");
        assertThat(regions.fullNameOf("430000")).isEqualTo("湖南省");
    }

    @Test
    void countyLiesInItsCity() {
        assertThat(regions.cityOf("431322").name()).isEqualTo("娄底市");
        assertThat(regions.cityOf("431300").name()).isEqualTo("娄底市");
        assertThat(regions.cityOf("430000").name()).isEqualTo("湖南省");
    }

    @Test
    void wellFormedCodeOfNoRegionIsUnknown() {
        assertThat(regions.find("430199")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> regions.nameOf("430199"));
    }
}
