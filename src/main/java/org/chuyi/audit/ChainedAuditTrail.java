package org.chuyi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects a transaction's lines and chains them as the very last thing before its commit.
 *
 * <p>All writers share one lock, the head row's; taken this late it is held for one statement. A
 * {@link TransactionExecutionListener} and not {@code TransactionSynchronization.beforeCommit}, because Spring calls it
 * after every synchronisation: what others record in their {@code beforeCommit} is still in time, which a
 * synchronisation registered during that round would miss.
 */
@Component
class ChainedAuditTrail implements AuditTrail, TransactionExecutionListener {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A provider, since the transaction manager, which knows this listener, is made before the schema is migrated. */
    private final ObjectProvider<JdbcClient> jdbc;

    private final ObjectProvider<Who.WhoSource> whoSource;
    private final Clock clock;

    ChainedAuditTrail(ObjectProvider<JdbcClient> jdbc, ObjectProvider<Who.WhoSource> whoSource, Clock clock) {
        this.jdbc = jdbc;
        this.whoSource = whoSource;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        Who.WhoSource source = whoSource.getIfAvailable();
        Who who = source == null ? null : source.now();
        record(entry, who == null ? Who.SYSTEM : who);
    }

    @Override
    public void record(AuditEntry entry, Who who) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("To record " + entry.action() + " takes an open transaction");
        }
        PendingLinks.ofCurrentTransaction()
                .add(new ChainLink(
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        who,
                        entry.action(),
                        entry.subjectKind(),
                        entry.subject(),
                        json(entry.details())));
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        List<ChainLink> links = PendingLinks.ofCurrentTransaction().close();
        if (!links.isEmpty()) {
            append(links);
        }
    }

    /** One statement however many lines: columns go as arrays. */
    private void append(List<ChainLink> links) {
        jdbc.getObject()
                .sql("""
                        select audit_append(cast(:at as text[]), cast(:account as bigint[]), cast(:name as text[]),
                          cast(:actingFor as text[]), cast(:address as text[]), cast(:action as text[]),
                          cast(:subjectKind as text[]), cast(:subject as text[]), cast(:details as text[]))""")
                .param("at", texts(links, link -> link.at().toString()))
                .param(
                        "account",
                        links.stream()
                                .map(link -> link.who().account().orElse(null))
                                .toArray(Long[]::new))
                .param("name", texts(links, link -> link.who().name()))
                .param("actingFor", texts(links, link -> link.who().actingFor()))
                .param("address", texts(links, link -> link.who().address()))
                .param("action", texts(links, ChainLink::action))
                .param("subjectKind", texts(links, ChainLink::subjectKind))
                .param("subject", texts(links, ChainLink::subject))
                .param("details", texts(links, ChainLink::details))
                .query((row, number) -> true)
                .single();
    }

    private static String[] texts(List<ChainLink> links, Function<ChainLink, String> value) {
        return links.stream().map(value).toArray(String[]::new);
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Details that cannot be written down: " + details.keySet(), e);
        }
    }
}
