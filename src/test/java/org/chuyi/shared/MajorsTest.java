package org.chuyi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MajorsTest {

    private final Majors majors = Majors.catalogue();

    @Test
    void everyLevelOfTheCatalogueIsThere() {
        assertThat(majors.of(MajorLevel.SECONDARY)).hasSize(73);
        assertThat(majors.of(MajorLevel.ASSOCIATE)).hasSize(117);
        assertThat(majors.of(MajorLevel.BACHELOR)).hasSize(53);
        assertThat(majors.all()).hasSize(243);
    }

    @Test
    void majorIsFoundByItsCode() {
        assertThat(majors.find(MajorCode.parse("610101")))
                .contains(new Major(MajorCode.parse("610101"), "种子生产技术", "农业类", "农林牧渔大类"));
    }

    @Test
    void majorOutsideTheCatalogueIsNotFound() {
        assertThat(majors.find(MajorCode.parse("799999"))).isEmpty();
    }

    @Test
    void majorsAreListedInOrderOfCode() {
        assertThat(majors.of(MajorLevel.BACHELOR)).extracting(Major::code).isSorted();
    }
}
