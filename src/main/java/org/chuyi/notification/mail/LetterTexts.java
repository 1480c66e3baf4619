package org.chuyi.notification.mail;

import static org.chuyi.notification.mail.Letters.escaped;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuyi.notification.outbox.Bundle;
import org.chuyi.notification.outbox.Digest;
import org.chuyi.notification.outbox.Json;
import org.chuyi.notification.outbox.Parcel;
import org.chuyi.notification.text.MessageTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a letter says: a notice's own text, or how many notices there are by kind and by programme or round. */
@Component
class LetterTexts {

    private final MessageTexts texts;
    private final MessageSource messages;

    LetterTexts(MessageTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** @param html safe as it is */
    record Content(String subject, String plain, String html) {}

    Content of(Parcel mail, String portal) {
        return switch (mail.form()) {
            case SINGLE -> single(mail);
            case BURST -> burst(Json.read(mail.arguments(), Bundle.class), portal, mail.language());
            case DIGEST -> digest(Json.read(mail.arguments(), Digest.class), portal, mail.language());
        };
    }

    private Content single(Parcel mail) {
        MessageTexts.Text text = texts.inForce().of(mail.template(), mail.arguments(), mail.language());
        return new Content(
                text.title(), text.text(), "<p style=\"white-space:pre-line\">" + escaped(text.text()) + "</p>");
    }

    private Content burst(Bundle bundle, String portal, Locale language) {
        return new Content(
                heading(bundle, language), plainList(bundle, portal, language), htmlList(bundle, portal, language));
    }

    private Content digest(Digest digest, String portal, Locale language) {
        String subject = say(
                "notification.digest.subject", language, digest.count(), MessageTexts.shown(digest.day(), language));
        return new Content(
                subject,
                digest.bundles().stream()
                        .map(bundle -> heading(bundle, language) + "\n" + portal
                                + bundle.kind().place() + "\n" + plainList(bundle, portal, language))
                        .collect(Collectors.joining("\n\n")),
                digest.bundles().stream()
                        .map(bundle -> "<p style=\"margin-bottom:0;font-weight:600\">"
                                + link(
                                        heading(bundle, language),
                                        portal + bundle.kind().place()) + "</p>"
                                + htmlList(bundle, portal, language))
                        .collect(Collectors.joining("\n")));
    }

    private String plainList(Bundle bundle, String portal, Locale language) {
        return lines(bundle, portal, language).stream()
                .map(line -> "- " + line.text() + (line.link().isEmpty() ? "" : "\n  " + line.link()))
                .collect(Collectors.joining("\n"));
    }

    private String htmlList(Bundle bundle, String portal, Locale language) {
        return lines(bundle, portal, language).stream()
                .map(line -> "<li>" + (line.link().isEmpty() ? escaped(line.text()) : link(line.text(), line.link()))
                        + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private record Line(String text, String link) {}

    private List<Line> lines(Bundle bundle, String portal, Locale language) {
        List<Line> lines = bundle.subjects().stream()
                .map(subject -> new Line(
                        say(
                                "notification.digest.subject-line",
                                language,
                                MessageTexts.shown(subject.title(), language),
                                subject.count()),
                        portal + subject.link()))
                .collect(Collectors.toList());
        if (bundle.more() > 0) {
            lines.add(new Line(say("notification.digest.more", language, bundle.more()), ""));
        }
        return lines;
    }

    private String heading(Bundle bundle, Locale language) {
        String kind = messages.getMessage("notification.kind." + bundle.kind(), null, language);
        return say("notification.digest.kind", language, kind, bundle.count());
    }

    private static String link(String text, String address) {
        return "<a href=\"" + escaped(address) + "\" style=\"color:#1c2b4a\">" + escaped(text) + "</a>";
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
