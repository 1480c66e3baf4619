package org.chuyi.programme.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.GuideBlock;
import org.chuyi.programme.PartnerRule;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ReviewRoute;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionStep;
import org.chuyi.programme.StepWorkdays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(RoundsApi.PATH)
@Tag(name = "Rounds 批次与项目")
class RoundsApi {

    static final String PATH = "/api/v1/rounds";

    private final Rounds rounds;
    private final PolicyPacks packs;
    private final ObjectMapper json;
    private final Clock clock;

    RoundsApi(Rounds rounds, PolicyPacks packs, ObjectMapper json, Clock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.json = json;
        this.clock = clock;
    }

    enum Phase {
        COMING,
        OPEN,
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Phase of(Round round, Instant now) {
            return round.isOpen(now) ? OPEN : round.isComing(now) ? COMING : CLOSED;
        }
    }

    record RoundList(List<RoundSummary> items) {}

    /**
     * @param opensAt the window's first instant
     * @param closesAt 24:00 of the last day: the first instant that is too late
     */
    record RoundSummary(
            String code,
            BilingualText title,

            @Schema(allowableValues = {"coming", "open", "closed"})
            String phase,

            LocalDate opensOn,
            LocalDate closesOn,
            Instant opensAt,
            Instant closesAt,
            List<String> programmes) {

        static RoundSummary of(Round round, Instant now) {
            return new RoundSummary(
                    round.code().value(),
                    round.title(),
                    Phase.of(round, now).code(),
                    round.window().opensOn(),
                    round.window().closesOn(),
                    round.window().opensAt(),
                    round.window().closesAt(),
                    round.programmes().stream()
                            .map(each -> each.programme().value())
                            .toList());
        }
    }

    /** @param selectionWorkdays limits of the selection's steps */
    record RoundView(
            String code,
            BilingualText title,
            BilingualText callText,

            @Schema(allowableValues = {"coming", "open", "closed"})
            String phase,

            LocalDate opensOn,
            LocalDate closesOn,
            Instant opensAt,
            Instant closesAt,
            List<OfferView> programmes,
            Map<SelectionStep, Integer> selectionWorkdays,
            List<WindowMoveView> windowMoves) {}

    /** @param number how many are approved; absent where the call leaves it open */
    record OfferView(
            String code,
            BilingualText name,
            Optional<Integer> number,
            int applicationsPerSchool,
            boolean competitive,
            Map<String, Integer> cityQuotas,
            StepWorkdays workdays) {}

    record WindowMoveView(Instant at, LocalDate from, LocalDate to, String reason) {}

    /** @param form as form-js takes it, labels in the caller's language */
    record ProgrammeView(
            String round,
            String code,
            BilingualText name,
            BilingualText summary,
            Set<OrganisationKind> applicants,
            ReviewRoute route,
            OfferView offer,
            List<MaterialView> materials,
            List<GuideView> guide,
            List<BilingualText> basis,
            Optional<PartnerRule> partners,
            @Schema(type = "object") JsonNode form) {}

    record MaterialView(
            String code,
            BilingualText name,
            Optional<BilingualText> hint,
            boolean required,
            Set<String> types,
            int maximumFiles) {}

    record GuideView(
            String kind,
            List<BilingualText> paragraphs,
            List<BilingualText> items,
            List<GuideBlock.Question> questions) {}

    @GetMapping
    @Operation(summary = "申报批次列表", description = "All published rounds, the newest first. No token is needed.")
    @ApiResponse(responseCode = "200", description = "The rounds")
    @ApiResponse(responseCode = "400", description = "The phase is none")
    RoundList rounds(
            @Parameter(
                            description = "Only rounds in this phase",
                            schema = @Schema(allowableValues = {"coming", "open", "closed"}))
                    @RequestParam
                    Optional<String> phase) {
        Instant now = clock.instant();
        Optional<Phase> wanted = phase.map(RoundsApi::phase);
        return new RoundList(rounds.published().stream()
                .filter(round -> wanted.isEmpty() || wanted.get() == Phase.of(round, now))
                .map(round -> RoundSummary.of(round, now))
                .toList());
    }

    @GetMapping("/{code}")
    @Operation(
            summary = "批次详情",
            description = "The call, its window, and the programmes with their numbers and limits.")
    @ApiResponse(responseCode = "200", description = "The round")
    @ApiResponse(responseCode = "404", description = "No such round")
    RoundView round(@Parameter(description = "e.g. 2026-1") @PathVariable String code) {
        Round round = published(code);
        var summary = RoundSummary.of(round, clock.instant());
        return new RoundView(
                summary.code(),
                summary.title(),
                round.callText(),
                summary.phase(),
                summary.opensOn(),
                summary.closesOn(),
                summary.opensAt(),
                summary.closesAt(),
                round.programmes().stream().flatMap(this::offer).toList(),
                round.selectionWorkdays().days(),
                round.moves().stream()
                        .map(move -> new WindowMoveView(move.at(), move.from(), move.to(), move.reason()))
                        .toList());
    }

    @GetMapping("/{code}/programmes/{programme}")
    @Operation(
            summary = "项目办事指南、材料清单和申报表",
            description =
                    "The guide, the materials and the form (form-js schema) of a programme as this round runs it.")
    @ApiResponse(responseCode = "200", description = "The programme")
    @ApiResponse(responseCode = "404", description = "No such round, or the round does not run it")
    ProgrammeView programme(
            @Parameter(description = "e.g. 2026-1") @PathVariable String code,
            @Parameter(description = "e.g. specialty-group") @PathVariable String programme,
            @Parameter(hidden = true) Locale locale) {
        Round round = published(code);
        RoundProgramme offered = round.programmes().stream()
                .filter(each -> each.programme().value().equals(programme))
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
        Programme pack = packs.find(offered.programme()).orElseThrow(ApiProblem::notFound);
        return new ProgrammeView(
                code,
                pack.code().value(),
                pack.names(),
                pack.summary(),
                pack.applicants(),
                pack.route(),
                offer(pack, offered),
                pack.materials().stream()
                        .map(material -> new MaterialView(
                                material.code(),
                                material.names(),
                                material.hint(),
                                material.required(),
                                material.types(),
                                material.maximumFiles()))
                        .toList(),
                pack.guide().stream()
                        .map(block -> new GuideView(
                                block.kind().code(), block.paragraphs(), block.items(), block.questions()))
                        .toList(),
                pack.basis().stream().map(basis -> basis.text()).toList(),
                pack.partners(),
                tree(pack.form().localised(locale)));
    }

    private Stream<OfferView> offer(RoundProgramme offered) {
        return packs.find(offered.programme()).map(pack -> offer(pack, offered)).stream();
    }

    private static OfferView offer(Programme pack, RoundProgramme offered) {
        return new OfferView(
                pack.code().value(),
                pack.names(),
                Optional.of(offered.number()).filter(number -> number > 0),
                offered.applicationsPerSchool(),
                offered.competitive(),
                offered.cityQuotas(),
                offered.workdays());
    }

    private Round published(String code) {
        return Optional.of(code)
                .filter(RoundCode::isCode)
                .map(RoundCode::new)
                .flatMap(rounds::byCode)
                .filter(Round::isPublic)
                .orElseThrow(ApiProblem::notFound);
    }

    private static Phase phase(String code) {
        return Stream.of(Phase.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "phase"));
    }

    private JsonNode tree(String form) {
        try {
            return json.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
