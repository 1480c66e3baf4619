package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

class RecentFlashMapsTest {

    private final RecentFlashMaps flashMaps = new RecentFlashMaps();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void ofManyAnswersThatNoPageHasSaidTheLastEightAreKept() {
        IntStream.rangeClosed(1, 20).forEach(this::answered);

        assertThat(Stream.generate(this::saidNext).limit(9))
                .containsExactly(
                        Optional.of("answer 13"),
                        Optional.of("answer 14"),
                        Optional.of("answer 15"),
                        Optional.of("answer 16"),
                        Optional.of("answer 17"),
                        Optional.of("answer 18"),
                        Optional.of("answer 19"),
                        Optional.of("answer 20"),
                        Optional.empty());
    }

    private Optional<Object> saidNext() {
        return Optional.ofNullable(flashMaps.retrieveAndUpdate(request, response))
                .map(said -> said.get("flash"));
    }

    private void answered(int number) {
        var said = new FlashMap();
        said.put("flash", "answer " + number);
        said.setTargetRequestPath("/inbox");
        flashMaps.saveOutputFlashMap(said, request, response);
    }
}
