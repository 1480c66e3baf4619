package org.chuyi.selection.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.chuyi.selection.AggregationMethod;
import org.chuyi.selection.AggregationRule;
import org.chuyi.selection.AggregationTable;
import org.chuyi.shared.Sha256;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code aggregation.dmn}, always the version deployed last. */
@Component
class AggregationDecision implements AggregationTable {

    private static final String KEY = "aggregation";
    private static final int HUNDREDTHS = 2;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    AggregationDecision(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public AggregationRule ruleFor(int scores) {
        var line = decisions
                .evaluateDecisionTableByKey(KEY)
                .variables(Map.of("scores", scores))
                .evaluate()
                .getSingleResult();
        String method = line.getEntry("method");
        Number alarmAbove = line.getEntry("alarmAbove");
        return new AggregationRule(
                method.equals("trimmedMean") ? AggregationMethod.TRIMMED_MEAN : AggregationMethod.MEAN,
                new BigDecimal(alarmAbove.toString()).movePointRight(HUNDREDTHS).intValueExact());
    }

    @Override
    public String sha256() {
        String latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getId();
        return hashes.computeIfAbsent(latest, this::hash);
    }

    private String hash(String definition) {
        try (InputStream table = repository.getDecisionModel(definition)) {
            return Sha256.of(table.readAllBytes()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
