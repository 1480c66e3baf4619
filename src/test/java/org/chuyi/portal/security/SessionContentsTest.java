package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SessionContentsTest {

    private final SessionContents contents = new SessionContents(getClass().getClassLoader());
    private final SerializingConverter bytes = new SerializingConverter();

    @Test
    void sameBytesAreTheSamePersonInAContextOfItsOwn() {
        var context = context(Role.REVIEWER);
        byte[] written = bytes.convert(context);

        var first = (SecurityContext) contents.convert(written);
        var second = (SecurityContext) contents.convert(written.clone());
        var third = (SecurityContext) contents.convert(written);

        assertThat(List.of(first, second, third)).containsOnly(context);
        assertThat(third.getAuthentication().getDetails())
                .isEqualTo(context.getAuthentication().getDetails());
        assertThat(third.getAuthentication().getPrincipal())
                .isSameAs(second.getAuthentication().getPrincipal());
        assertThat(third).isNotSameAs(second);
        assertThat(third.getAuthentication()).isNotSameAs(second.getAuthentication());
    }

    @Test
    void whatOneRequestDoesToItsContextIsNotTheNextOnes() {
        byte[] written = bytes.convert(context(Role.REVIEWER));
        contents.convert(written);
        var left = (SecurityContext) contents.convert(written);

        left.getAuthentication().setAuthenticated(false);
        left.setAuthentication(null);

        assertThat(contents.convert(written)).isEqualTo(context(Role.REVIEWER));
    }

    @Test
    void otherRolesAreOtherBytes() {
        contents.convert(bytes.convert(context(Role.REVIEWER)));
        contents.convert(bytes.convert(context(Role.REVIEWER)));

        assertThat(contents.convert(bytes.convert(context(Role.APPLICANT)))).isEqualTo(context(Role.APPLICANT));
    }

    /** Rights that do not come from the person are read as they were written, each time. */
    @Test
    void contextThatSaysMoreThanThePersonIsNotKept() {
        var signedIn = (SignedIn) context(Role.REVIEWER).getAuthentication().getPrincipal();
        byte[] written = bytes.convert(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                signedIn, null, List.of(new SimpleGrantedAuthority("MORE")))));

        var first = (SecurityContext) contents.convert(written);
        var second = (SecurityContext) contents.convert(written);

        assertThat(second).isEqualTo(first);
        assertThat(second.getAuthentication().getAuthorities()).isEqualTo(List.of(new SimpleGrantedAuthority("MORE")));
        assertThat(second.getAuthentication().getPrincipal())
                .isNotSameAs(first.getAuthentication().getPrincipal());
    }

    @Test
    void anythingElseIsReadAsItWasWritten() {
        assertThat(contents.convert(bytes.convert(LocalDate.of(2022, 10, 8)))).isEqualTo(LocalDate.of(2022, 10, 8));
    }

    private static SecurityContext context(Role role) {
        var actor = new Actor(
                new AccountId(7),
                "city",
                "张三",
                new OrganisationId(11),
                "长沙市教育局",
                OrganisationKind.CITY_EDUCATION_BUREAU,
                "430100",
                Set.of(role));
        var token =
                (UsernamePasswordAuthenticationToken) CurrentActor.authentication(new SignedIn(actor, false, false));
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.1");
        token.setDetails(new WebAuthenticationDetails(request));
        return new SecurityContextImpl(token);
    }
}
