package org.chuyi.workflow.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** JSON that remembers where each value stands in its file. A place is a JSON pointer. */
final class LocatedJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final String source;
    private final Map<String, JsonLocation> places = new HashMap<>();
    private final JsonNode root;

    LocatedJson(byte[] json, String source) {
        this.source = source;
        this.root = read(json);
    }

    JsonNode root() {
        return root;
    }

    /** The complaint about the value at a place; where there is no such value, about the one around it. */
    BrokenForm broken(String place, String reason) {
        var known = place;
        while (!known.isEmpty() && !places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        var at = places.get(known);
        return at == null
                ? new BrokenForm(source, 1, 1, reason)
                : new BrokenForm(source, at.getLineNr(), at.getColumnNr(), reason);
    }

    private JsonNode read(byte[] json) {
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new BrokenForm(source, 1, 1, "the file is empty");
            }
            var value = value(parser, "");
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                throw new BrokenForm(source, at.getLineNr(), at.getColumnNr(), "more text after the end of the form");
            }
            return value;
        } catch (JsonProcessingException invalid) {
            var at = invalid.getLocation();
            throw new BrokenForm(
                    source,
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    "not valid JSON: " + invalid.getOriginalMessage());
        } catch (IOException invalid) {
            throw new BrokenForm(source, 0, 0, "not readable: " + invalid.getMessage());
        }
    }

    private JsonNode value(JsonParser parser, String place) throws IOException {
        places.put(place, parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser, String place) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser, place + "/" + name));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String place) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, place + "/" + array.size()));
        }
        return array;
    }
}
