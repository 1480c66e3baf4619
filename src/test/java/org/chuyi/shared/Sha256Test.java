package org.chuyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void bytesTextAndStreamHaveTheSameChecksum() throws Exception {
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.of(abc)).hasToString(OF_ABC);
        assertThat(Sha256.of("abc")).isEqualTo(Sha256.parse(OF_ABC));
        assertThat(Sha256.of(new ByteArrayInputStream(abc))).isEqualTo(Sha256.of(abc));
    }

    @Test
    void streamLargerThanTheBufferIsReadToItsEnd() throws Exception {
        byte[] large = new byte[100_001];
        large[100_000] = 1;
        assertThat(Sha256.of(new ByteArrayInputStream(large)))
                .isEqualTo(Sha256.of(large))
                .isNotEqualTo(Sha256.of(new byte[100_001]));
    }

    @Test
    void anythingElseIsNoChecksum() {
        assertThat(Sha256.isValid(OF_ABC.toUpperCase())).isFalse();
        assertThat(Sha256.isValid(null)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Sha256.parse("abc"));
    }
}
