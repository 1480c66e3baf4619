package org.chuyi.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a robot is told, before it is put in its form.
 *
 * @param delivery the same for each attempt
 * @param items at most some of the {@code count}
 * @param link whole address in the portal
 */
record RobotMessage(
        String delivery, String kind, String organisation, String title, int count, List<Item> items, String link) {

    static final String TEST = "TEST";

    private static final String CUT = "\n…";

    record Item(String title, String number, String link) {}

    boolean isTest() {
        return kind.equals(TEST);
    }

    /** All of it in a few lines. */
    String text() {
        return textWithin(Integer.MAX_VALUE);
    }

    /** Title and link always; of the lines between as many as fit. */
    String textWithin(int bytes) {
        String end = "\n" + link;
        var text = new StringBuilder(title);
        if (items.size() > 1) {
            int room = bytes - size(title) - size(end) - size(CUT);
            for (var item : items) {
                String line = "\n· " + item.title();
                room -= size(line);
                if (room < 0) {
                    text.append(CUT);
                    break;
                }
                text.append(line);
            }
        }
        return text.append(end).toString();
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
