package org.chuyi.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The code in a robot's answer, which says 200 whatever became of the message; 0 is success. */
final class AnswerCode {

    /** In place of a code, where the answer has none: not the robot has answered. */
    static final int NONE = -1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerCode() {}

    /** Empty for success. */
    static Optional<Integer> of(RobotAnswer answer, String field) {
        int code = read(answer.beginning()).path(field).asInt(NONE);
        return code == 0 ? Optional.empty() : Optional.of(code);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return JSON.nullNode();
        }
    }
}
