package org.chuyi.portal.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Reads what a session holds. The same bytes say the same person, so they are taken apart once; whether there is such a
 * session, and with which bytes, is the database's to say at each request. What can be changed is made anew each time.
 */
final class SessionContents implements Converter<byte[], Object> {

    private static final int PEOPLE = 2_000;

    private final DeserializingConverter java;
    private final Cache<ByteBuffer, Person> people =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();

    SessionContents(ClassLoader classes) {
        java = new DeserializingConverter(classes);
    }

    /** @param details from where she signed in */
    private record Person(SignedIn signedIn, Object details) {

        static Optional<Person> in(Object content) {
            return content instanceof SecurityContext context
                            && context.getAuthentication() instanceof UsernamePasswordAuthenticationToken token
                            && token.getPrincipal() instanceof SignedIn signedIn
                    ? Optional.of(new Person(signedIn, token.getDetails()))
                            .filter(person -> person.context().equals(context))
                    : Optional.empty();
        }

        SecurityContext context() {
            var token = (UsernamePasswordAuthenticationToken) CurrentActor.authentication(signedIn);
            token.setDetails(details);
            return new SecurityContextImpl(token);
        }
    }

    @Override
    public Object convert(byte[] bytes) {
        var key = ByteBuffer.wrap(bytes);
        var known = people.getIfPresent(key);
        if (known != null) {
            return known.context();
        }
        var content = java.convert(bytes);
        Person.in(content).ifPresent(person -> people.put(key, person));
        return content;
    }
}
