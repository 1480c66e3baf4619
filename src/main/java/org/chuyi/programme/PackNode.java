package org.chuyi.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a pack's file, read strictly: whatever is not as asked for is said with its file and line. */
final class PackNode {

    private final String file;
    private final Node node;
    private final String name;

    PackNode(String file, Node node, String name) {
        this.file = file;
        this.node = node;
        this.name = name;
    }

    BrokenPolicyPack broken(String problem) {
        return new BrokenPolicyPack(file, node.getStartMark().getLine() + 1, problem);
    }

    /** A mapping with these keys and no others; {@code optional} ones may be missing. */
    Fields fields(Set<String> required, Set<String> optional) {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("\"%s\" must be a mapping of keys to values".formatted(name));
        }
        Map<String, PackNode> values = new LinkedHashMap<>();
        for (var entry : mapping.getValue()) {
            var key = new PackNode(file, entry.getKeyNode(), name);
            String keyName = key.scalar("a key");
            if (!required.contains(keyName) && !optional.contains(keyName)) {
                throw key.broken("unknown key \"%s\"; known here: %s"
                        .formatted(
                                keyName,
                                Stream.concat(required.stream(), optional.stream())
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
            }
            if (values.put(keyName, new PackNode(file, entry.getValueNode(), keyName)) != null) {
                throw key.broken("key \"%s\" stands twice".formatted(keyName));
            }
        }
        required.stream()
                .filter(key -> !values.containsKey(key))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw broken("\"%s\" lacks the key \"%s\"".formatted(name, missing));
                });
        return new Fields(values);
    }

    private String scalar(String what) {
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
            return scalar.getValue();
        }
        throw broken("\"%s\" must be %s".formatted(name, what));
    }

    String text() {
        String text = scalar("a text");
        if (text.isBlank()) {
            throw broken("\"%s\" is empty".formatted(name));
        }
        return text.strip();
    }

    /** In quotes, since without them YAML takes 07 for a number and 09 for a text. */
    String quotedText() {
        if (node instanceof ScalarNode plain && plain.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN) {
            throw broken("\"%s\" must be a text in quotes".formatted(name));
        }
        return text();
    }

    BilingualText bilingual() {
        var languages = fields(Set.of("zh", "en"), Set.of());
        return new BilingualText(languages.get("zh").text(), languages.get("en").text());
    }

    int integer(int minimum, int maximum) {
        String text = scalar("a whole number");
        if (!Tag.INT.equals(node.getTag()) || !text.matches("[0-9]{1,6}")) {
            throw broken("\"%s\" must be a whole number, not \"%s\"".formatted(name, text));
        }
        int value = Integer.parseInt(text);
        if (value < minimum || value > maximum) {
            throw broken("\"%s\" must be from %d to %d, not %d".formatted(name, minimum, maximum, value));
        }
        return value;
    }

    boolean truth() {
        String text = scalar("true or false");
        if (!text.equals("true") && !text.equals("false")) {
            throw broken("\"%s\" must be true or false, not \"%s\"".formatted(name, text));
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(Class<E> type, Function<E, String> spelling) {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (spelling.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw broken("\"%s\" cannot be \"%s\"; it is one of %s"
                .formatted(
                        name,
                        text,
                        Stream.of(type.getEnumConstants()).map(spelling).collect(Collectors.joining(", "))));
    }

    String oneOf(Set<String> allowed) {
        String text = text();
        if (!allowed.contains(text)) {
            throw broken("\"%s\" cannot be \"%s\"; it is one of %s"
                    .formatted(name, text, allowed.stream().sorted().collect(Collectors.joining(", "))));
        }
        return text;
    }

    <T> List<T> list(Function<PackNode, T> element) {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("\"%s\" must be a list".formatted(name));
        }
        List<T> elements = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            var one = new PackNode(file, each, name);
            T value = element.apply(one);
            if (elements.contains(value)) {
                throw one.broken("\"%s\" holds the same entry twice".formatted(name));
            }
            elements.add(value);
        }
        return List.copyOf(elements);
    }

    <T> List<T> filledList(Function<PackNode, T> element) {
        List<T> elements = list(element);
        if (elements.isEmpty()) {
            throw broken("\"%s\" must have at least one entry".formatted(name));
        }
        return elements;
    }

    /** The values of a mapping whose keys have been checked. */
    record Fields(Map<String, PackNode> values) {

        /** A required one. */
        PackNode get(String key) {
            return values.get(key);
        }

        Optional<PackNode> find(String key) {
            return Optional.ofNullable(values.get(key));
        }

        <T> List<T> list(String key, Function<PackNode, T> element) {
            return find(key).map(node -> node.list(element)).orElse(List.of());
        }
    }
}
