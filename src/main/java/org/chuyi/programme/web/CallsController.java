package org.chuyi.programme.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 申报通知 and 办事指南, for everybody. */
@Controller
class CallsController {

    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Clock clock;

    CallsController(Rounds rounds, PolicyPacks packs, Clock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.clock = clock;
    }

    @GetMapping("/calls")
    String calls(Model model) {
        List<Call> calls = rounds.published().stream().map(this::call).toList();
        Map<String, List<Call>> groups = new LinkedHashMap<>();
        for (String phase : List.of("open", "coming", "over")) {
            List<Call> ofPhase = calls.stream().filter(call -> call.is(phase)).toList();
            if (!ofPhase.isEmpty()) {
                groups.put(phase, ofPhase);
            }
        }
        model.addAttribute("groups", groups);
        return "programme/calls";
    }

    @GetMapping("/calls/{round}")
    String call(@PathVariable String round, Model model) {
        Round published = published(round);
        model.addAttribute("call", call(published));
        model.addAttribute("programmes", OfferedProgramme.of(published, packs));
        return "programme/call";
    }

    @GetMapping("/calls/{round}/{programme}")
    String guide(@PathVariable String round, @PathVariable String programme, Model model) {
        Round published = published(round);
        var offered = OfferedProgramme.of(published, packs).stream()
                .filter(each -> each.programme().code().value().equals(programme))
                .findFirst()
                .orElseThrow(() -> new NotThere(round + "/" + programme));
        model.addAttribute("call", call(published));
        model.addAttribute("programme", offered.programme());
        model.addAttribute("offer", offered.offer());
        return "programme/guide";
    }

    private Call call(Round round) {
        return Call.of(round, clock.instant());
    }

    private Round published(String code) {
        if (!RoundCode.isCode(code)) {
            throw new NotThere(code);
        }
        return rounds.byCode(new RoundCode(code)).filter(Round::isPublic).orElseThrow(() -> new NotThere(code));
    }
}
