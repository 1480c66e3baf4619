package org.chuyi.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Templates as PDF, with the fonts in the file, so that it looks the same everywhere.
 *
 * <p>The template is XHTML with its style in it; {@code font-family: official} is the one font, in regular and bold: Noto
 * Serif SC, which stands in for 仿宋 and 小标宋, whose licences do not let us bring them along.
 */
@Component
public class PdfDocuments {

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine templates;
    private final ApplicationContext beans;

    PdfDocuments(TemplateEngine templates, ApplicationContext beans) {
        this.templates = templates;
        this.beans = beans;
    }

    public byte[] render(String template, Map<String, Object> model, Locale locale) {
        String html = templates.process(template, context(model, locale));
        var file = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFont(() -> font("regular"), "official", 400, FontStyle.NORMAL, true)
                .useFont(() -> font("bold"), "official", 700, FontStyle.NORMAL, true)
                .withHtmlContent(html, null)
                .withProducer("Chuyi")
                .toStream(file);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** With the program's beans, as a page's template has them. */
    private Context context(Map<String, Object> model, Locale locale) {
        var context = new Context(locale, model);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return context;
    }

    private static InputStream font(String weight) {
        return PdfDocuments.class.getResourceAsStream("/fonts/official-" + weight + ".ttf");
    }
}
