package org.chuyi.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.MaterialList;
import org.chuyi.application.Materials;
import org.chuyi.application.MaterialsView;
import org.chuyi.organisation.CurrentActor;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The materials of an application as {@code js/upload.js} asks for them, and each file by its address. */
@Controller
class MaterialsController {

    private final Materials materials;
    private final MaterialAnswers answers;
    private final CurrentActor currentActor;

    MaterialsController(Materials materials, MaterialAnswers answers, CurrentActor currentActor) {
        this.materials = materials;
        this.answers = answers;
        this.currentActor = currentActor;
    }

    /** The list alone, for pages of other modules that load it into theirs; of a frozen version where one is named. */
    @GetMapping("/applications/{number}/materials")
    String list(
            @PathVariable String number, @RequestParam(required = false) Integer version, Locale locale, Model model) {
        model.addAttribute(
                "materials",
                found(number, version)
                        .map(list -> MaterialsView.of(list, locale))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "application/materials :: list";
    }

    private Optional<MaterialList> found(String number, Integer version) {
        if (!ApplicationNumber.isValid(number)) {
            return Optional.empty();
        }
        var application = new ApplicationNumber(number);
        var actor = currentActor.get();
        return version == null ? materials.of(application, actor) : materials.ofVersion(application, version, actor);
    }

    @PostMapping("/applications/{number}/materials")
    ResponseEntity<Object> upload(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String requirement,
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request) {
        return answers.upload(number, currentActor.get(), requirement, file, request);
    }

    @DeleteMapping("/applications/{number}/materials/{id}")
    ResponseEntity<Object> remove(@PathVariable String number, @PathVariable long id, HttpServletRequest request) {
        return answers.remove(number, currentActor.get(), id, request);
    }

    /** PDF and pictures are shown, everything else is downloaded; {@code ?download} downloads all. */
    @GetMapping("/materials/{id}")
    ResponseEntity<Resource> open(@PathVariable long id, @RequestParam(required = false) String download) {
        return answers.content(id, currentActor.get(), download != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
