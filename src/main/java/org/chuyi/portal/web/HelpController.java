package org.chuyi.portal.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the system works, for each who uses it. */
@Controller
class HelpController {

    /** Sections with their number of points; texts are {@code portal.help.<section>} and {@code …<section>.<n>}. */
    private static final List<Section> SECTIONS = List.of(
            new Section("visitor", 3),
            new Section("applicant", 6),
            new Section("school", 3),
            new Section("reviewer", 5),
            new Section("desk", 5),
            new Section("province", 4),
            new Section("administrator", 3),
            new Section("operations", 10),
            new Section("deadlines", 3),
            new Section("notices", 5),
            new Section("keyboard", 2));

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("sections", SECTIONS);
        return "portal/help";
    }

    record Section(String name, int points) {}
}
