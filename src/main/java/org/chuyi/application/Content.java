package org.chuyi.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Form content as JSON, always written the same way so that equal content has an equal hash. */
@Component
class Content {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private static final TypeReference<List<ApplicationVersion.Material>> MATERIALS = new TypeReference<>() {};

    private final ObjectMapper canonical = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // as the check of a form leaves numbers, so that what was stored equals what is handed in
            .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    String write(Object content) {
        try {
            return canonical.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Content that is not JSON", e);
        }
    }

    Map<String, Object> read(String json) {
        return read(json, ANSWERS);
    }

    List<ApplicationVersion.Material> readMaterials(String json) {
        return read(json, MATERIALS);
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return canonical.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored content that is not JSON", e);
        }
    }
}
