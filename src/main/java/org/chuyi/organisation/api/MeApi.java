package org.chuyi.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account 账号")
class MeApi {

    static final String PATH = "/api/v1/me";

    private final CurrentActor currentActor;

    MeApi(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    record MeView(String login, String name, ActingFor actingFor, List<Role> roles) {}

    /** @param cityCode 430000 for a provincial organisation */
    record ActingFor(long id, String name, OrganisationKind kind, String cityCode) {}

    @GetMapping(PATH)
    @Operation(
            summary = "当前身份",
            description = "Whom the token speaks for: the person, the organisation she acts for, and her roles there.")
    @ApiResponse(responseCode = "200", description = "The acting person")
    MeView me() {
        Actor actor = currentActor.get();
        return new MeView(
                actor.login(),
                actor.name(),
                new ActingFor(
                        actor.organisation().value(),
                        actor.organisationName(),
                        actor.organisationKind(),
                        actor.cityCode()),
                actor.roles().stream().sorted().toList());
    }
}
