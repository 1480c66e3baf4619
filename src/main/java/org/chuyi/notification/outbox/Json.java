package org.chuyi.notification.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Arguments of notices as they are stored. */
public final class Json {

    private static final JsonMapper JSON = new JsonMapper();

    private Json() {}

    public static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice's arguments are not JSON", e);
        }
    }

    public static <T> T read(Map<String, Object> json, Class<T> type) {
        return JSON.convertValue(json, type);
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice cannot be written down", e);
        }
    }
}
