package org.chuyi.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.stereotype.Component;

/** Forms as part of an answer of the API. */
@Component
public class FormTrees {

    private final ObjectMapper json;

    FormTrees(ObjectMapper json) {
        this.json = json;
    }

    /** As form-js takes it, labels in the caller's language. */
    public JsonNode of(FormSchema form, Locale locale) {
        try {
            return json.readTree(form.localised(locale));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
