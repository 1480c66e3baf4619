package org.chuyi.portal.security;

import jakarta.servlet.Filter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The sessions in the database, read once for each request: Spring Session asks for the same one again when the answer
 * has left. A session that ended meanwhile is missed by the next request, which reads anew.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

    private final FindByIndexNameSessionRepository<S> kept;
    private final ThreadLocal<Read<S>> requests = new ThreadLocal<>();

    /** The session that a request came with, once it was read. */
    private static final class Read<S extends Session> {
        private SparingSession<S> session;

        boolean is(String id) {
            return session != null && session.getId().equals(id);
        }
    }

    private SparingSessions(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    static <S extends Session> SparingSessions<S> of(FindByIndexNameSessionRepository<S> kept) {
        return new SparingSessions<>(kept);
    }

    /** Stands around Spring Session's own filter; without it each question is a reading. */
    Filter aroundRequests() {
        return (request, response, chain) -> {
            requests.set(new Read<>());
            try {
                chain.doFilter(request, response);
            } finally {
                requests.remove();
            }
        };
    }

    @Override
    public SparingSession<S> findById(String id) {
        var request = requests.get();
        if (request == null) {
            return read(id);
        }
        if (!request.is(id)) {
            request.session = read(id);
        }
        return request.session;
    }

    private SparingSession<S> read(String id) {
        S found = kept.findById(id);
        return found == null ? null : new SparingSession<>(found);
    }

    @Override
    public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String index, String value) {
        return kept.findByIndexNameAndIndexValue(index, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new SparingSession<>(each.getValue())));
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(kept.createSession());
    }

    @Override
    public void save(SparingSession<S> session) {
        kept.save(session.kept());
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
        var request = requests.get();
        if (request != null && request.is(id)) {
            request.session = null;
        }
    }
}
