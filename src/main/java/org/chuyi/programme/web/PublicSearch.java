package org.chuyi.programme.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.Rounds;
import org.springframework.stereotype.Component;

/** Finds words in the published calls and in the guides of their programmes: a plain substring, which suits Chinese. */
@Component
class PublicSearch {

    private final Rounds rounds;
    private final PolicyPacks packs;

    PublicSearch(Rounds rounds, PolicyPacks packs) {
        this.rounds = rounds;
        this.packs = packs;
    }

    /** Calls first, the newest before the others; each programme once, in its newest call. */
    List<Hit> find(String words, Locale locale) {
        List<Round> published = rounds.published();
        List<Hit> hits = new ArrayList<>();
        published.forEach(round -> hitIn(Stream.of(round.title(), round.callText()), words, locale)
                .map(excerpt -> new Hit(
                        "call", round.title().in(locale), round.code().value(), excerpt, "/calls/" + round.code()))
                .ifPresent(hits::add));
        Set<ProgrammeCode> seen = new HashSet<>();
        for (Round round : published) {
            OfferedProgramme.of(round, packs).stream()
                    .filter(offered -> seen.add(offered.programme().code()))
                    .forEach(offered -> hitIn(offered.programme().texts(), words, locale)
                            .map(excerpt -> new Hit(
                                    "guide",
                                    offered.programme().names().in(locale),
                                    round.title().in(locale),
                                    excerpt,
                                    "/calls/" + round.code() + "/"
                                            + offered.programme().code()))
                            .ifPresent(hits::add));
        }
        return hits;
    }

    private static Optional<Excerpt> hitIn(Stream<BilingualText> texts, String words, Locale locale) {
        return texts.filter(text -> text.contains(words)).findFirst().map(text -> Excerpt.of(text.in(locale), words)
                .or(() -> Excerpt.of(text.zh(), words))
                .or(() -> Excerpt.of(text.en(), words))
                .orElseThrow());
    }

    /** @param kind call or guide */
    record Hit(String kind, String title, String context, Excerpt excerpt, String href) {}

    /** The found words with what stands around them. */
    record Excerpt(String before, String found, String after) {

        private static final int AROUND = 40;

        static Optional<Excerpt> of(String text, String words) {
            int start = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
            if (start < 0) {
                return Optional.empty();
            }
            int end = start + words.length();
            int from = Math.max(0, start - AROUND);
            int to = Math.min(text.length(), end + AROUND);
            return Optional.of(new Excerpt(
                    (from > 0 ? "…" : "") + text.substring(from, start),
                    text.substring(start, end),
                    text.substring(end, to) + (to < text.length() ? "…" : "")));
        }
    }
}
