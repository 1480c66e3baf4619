package org.chuyi.workflow.work;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Background work as people ask for it, follow it and fetch what came out. */
@Service
public class BackgroundWorks {

    /** Of the list of one's own. */
    private static final int MOST = 50;

    private final WorkRows rows;
    private final WorkFiles files;
    private final BackgroundTasks tasks;
    private final StuckWork stuck;
    private final RuntimeService engine;
    private final AuditTrail audit;
    private final Clock clock;

    BackgroundWorks(
            WorkRows rows,
            WorkFiles files,
            BackgroundTasks tasks,
            StuckWork stuck,
            RuntimeService engine,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.tasks = tasks;
        this.stuck = stuck;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for it; who asks again for the same while it is under way gets the same. */
    @Transactional
    public long request(String kind, Map<String, String> arguments, Actor actor, Locale language) {
        tasks.of(kind);
        return rows.add(kind, arguments, actor, language, clock.instant())
                .map(added -> begun(added, kind, arguments))
                .or(() -> rows.unfinished(kind, arguments, actor, language))
                .orElseGet(() -> request(kind, arguments, actor, language));
    }

    /** Empty where there is none, or none for this reader. */
    @Transactional(readOnly = true)
    public Optional<WorkView> find(long id, Actor reader) {
        return readable(id, reader).map(work -> view(work, stuck.all()));
    }

    /** What this person has asked for, the newest first. */
    @Transactional(readOnly = true)
    public List<WorkView> of(Actor actor) {
        Set<Long> waiting = stuck.all();
        return rows.of(actor, MOST).stream().map(work -> view(work, waiting)).toList();
    }

    /** Its result; empty when there is none for this reader, or its time is over. That it was fetched stands in the record. */
    @Transactional
    public Optional<ResultFile> fetch(long id, Actor reader) {
        var file = readable(id, reader).flatMap(work -> files.read(id, clock.instant()));
        file.ifPresent(found ->
                audit.record(AuditEntry.of("work.fetched", "work", Long.toString(id), Map.of("file", found.name()))));
        return file;
    }

    private long begun(long id, String kind, Map<String, String> arguments) {
        engine.startProcessInstanceByKey(BackgroundWorkProcess.KEY, Long.toString(id));
        audit.record(AuditEntry.of(
                "work.requested", "work", Long.toString(id), Map.of("kind", kind, "arguments", arguments.toString())));
        return id;
    }

    private Optional<BackgroundWork> readable(long id, Actor reader) {
        return rows.find(id)
                .filter(work -> work.isOf(reader) || tasks.of(work.kind()).isOpenTo(work, reader));
    }

    private WorkView view(BackgroundWork work, Set<Long> waiting) {
        Optional<WorkFile> file = files.find(work.id());
        return new WorkView(
                work,
                tasks.of(work.kind()).titleKey(),
                waiting.contains(work.id()),
                file,
                file.filter(kept -> kept.isKeptAt(clock.instant())).isPresent(),
                tasks.of(work.kind()).resultPage(work));
    }
}
