package org.chuyi.programme;

import java.util.List;
import java.util.stream.Stream;

/** A block of the guide page 办事指南: its kind is its heading. */
public record GuideBlock(
        Kind kind, List<BilingualText> paragraphs, List<BilingualText> items, List<Question> questions) {

    /** In the order of the page. */
    public enum Kind {
        CONDITIONS("conditions"),
        MATERIALS("materials"),
        PROCESS("process"),
        TIME_LIMITS("timeLimits"),
        BASIS("basis"),
        FAQ("faq");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public record Question(BilingualText question, BilingualText answer) {}

    public Stream<BilingualText> texts() {
        return Stream.of(
                        paragraphs.stream(),
                        items.stream(),
                        questions.stream().flatMap(q -> Stream.of(q.question(), q.answer())))
                .flatMap(texts -> texts);
    }
}
