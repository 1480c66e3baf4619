package org.chuyi.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import org.chuyi.notification.outbox.Parcel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Turns a parcel into a letter in the reader's language and posts it. */
@Component
class Letters {

    private static final String HTML = """
            <div style="max-width:36em;margin:0 auto;font-family:'PingFang SC','Microsoft YaHei',sans-serif;\
            font-size:16px;line-height:1.7;color:#1c2b4a">
            <p style="font-size:18px;font-weight:600">%s</p>
            %s
            <p><a href="%s" style="color:#1c2b4a">%s</a></p>
            <p style="font-size:13px;color:#667085;border-top:1px solid #e4e7ec;padding-top:8px">%s</p>
            </div>
            """;

    private final JavaMailSender sender;
    private final LetterTexts texts;
    private final MessageSource messages;
    private final Clock clock;
    private final String portal;
    private final String from;

    Letters(
            JavaMailSender sender,
            LetterTexts texts,
            MessageSource messages,
            Clock clock,
            @Value("${chuyi.address}") String portal,
            @Value("${chuyi.mail.from}") String from) {
        this.sender = sender;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
        this.from = from;
    }

    /** Throws a MailException when the server does not take it. */
    void post(Parcel mail) {
        MimeMessage letter = sender.createMimeMessage();
        try {
            write(mail, letter);
        } catch (MessagingException e) {
            throw new MailPreparationException("Mail " + mail.id() + " could not be written", e);
        }
        sender.send(letter);
    }

    private void write(Parcel mail, MimeMessage letter) throws MessagingException {
        LetterTexts.Content content = texts.of(mail, portal);
        String link = portal + mail.link();
        String open = messages.getMessage("notification.mail.open", null, mail.language());
        String footer = messages.getMessage("notification.mail.footer", null, mail.language());
        MimeMessageHelper helper = new MimeMessageHelper(letter, true, UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mail.address());
        helper.setSubject("【楚怡】" + content.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(
                content.plain() + "\n\n" + open + "\n" + link + "\n\n-- \n" + footer + "\n",
                HTML.formatted(
                        escaped(content.subject()), content.html(), escaped(link), escaped(open), escaped(footer)));
        // The same for every attempt, so that a mail server which took it twice can tell.
        letter.setHeader("Message-ID", "<mail-" + mail.id() + "@" + host() + ">");
        letter.setHeader("Auto-Submitted", "auto-generated");
    }

    private String host() {
        String host = URI.create(portal).getHost();
        return host == null ? "chuyi" : host;
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }
}
