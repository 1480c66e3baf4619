package org.chuyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** A package is a module; it uses those above it, never one below. */
class ModularityTest {

    private static final Path CURRENT = Path.of("target", "modules.md");
    private static final Path DRAWN = Path.of("src", "docs", "modules.md");

    private final ApplicationModules modules = ApplicationModules.of(ChuyiApplication.class);

    @Test
    void noModuleUsesWhatItMayNot() {
        modules.verify();
    }

    @Test
    void theDrawingOfTheModulesIsCurrent() throws IOException {
        Files.createDirectories(CURRENT.getParent());
        Files.writeString(CURRENT, drawing());

        assertThat(Files.exists(DRAWN) ? Files.readString(DRAWN) : "")
                .as("%s is not what the code is; take %s for it", DRAWN, CURRENT)
                .isEqualTo(drawing());
    }

    /** Mermaid; an arrow that follows from others is left out. */
    private String drawing() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule module : modules) {
            uses.put(
                    module.getIdentifier().toString(),
                    module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(used -> used.getIdentifier().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(uses).containsKeys("shared", "workflow", "portal");
        return uses.entrySet().stream()
                .flatMap(module -> module.getValue().stream()
                        .filter(used -> !followsFromOthers(module.getKey(), used, uses))
                        .map(used -> "  " + module.getKey() + " --> " + used + "\n"))
                .collect(Collectors.joining(
                        "",
                        "# Modules\n\nDrawn from the code by `ModularityTest`.\n\n```mermaid\ngraph TD\n",
                        "```\n"));
    }

    private static boolean followsFromOthers(String module, String used, Map<String, Set<String>> uses) {
        return uses.get(module).stream()
                .filter(other -> !other.equals(used))
                .anyMatch(other -> reached(other, uses, new LinkedHashSet<>()).contains(used));
    }

    private static Set<String> reached(String module, Map<String, Set<String>> uses, Set<String> seen) {
        for (String used : uses.get(module)) {
            if (seen.add(used)) {
                reached(used, uses, seen);
            }
        }
        return seen;
    }
}
