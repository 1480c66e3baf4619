package org.chuyi.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.MaterialList;
import org.chuyi.application.Materials;
import org.chuyi.application.MaterialsView;
import org.chuyi.organisation.CurrentActor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(MaterialsApi.PATH)
@Tag(name = "Materials 申报材料")
class MaterialsApi {

    static final String PATH = "/api/v1/applications/{number}/materials";

    private final Materials materials;
    private final MaterialAnswers answers;
    private final CurrentActor currentActor;

    MaterialsApi(Materials materials, MaterialAnswers answers, CurrentActor currentActor) {
        this.materials = materials;
        this.answers = answers;
        this.currentActor = currentActor;
    }

    @GetMapping
    @Operation(
            summary = "材料清单及文件",
            description =
                    "The materials by requirement: the current files for the school, those of the last submitted version for everybody else.")
    @ApiResponse(responseCode = "200", description = "By requirement, in the programme's order")
    @ApiResponse(responseCode = "404", description = "No such application for this reader")
    ResponseEntity<Object> list(@PathVariable String number, HttpServletRequest request) {
        return (ApplicationNumber.isValid(number)
                        ? materials.of(new ApplicationNumber(number), currentActor.get())
                        : Optional.<MaterialList>empty())
                .<ResponseEntity<Object>>map(
                        list -> ResponseEntity.ok(MaterialsView.of(list, MaterialAnswers.languageOf(request))
                                .requirements()))
                .orElseGet(() -> answers.notThere(request));
    }

    @PostMapping(path = "/{material}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "上传材料",
            description =
                    "Adds a file to a material. At most 10 MB; its type is found in the content. Same content twice is refused.")
    @ApiResponse(responseCode = "201", description = "Stored")
    @ApiResponse(responseCode = "404", description = "No such application of this school")
    @ApiResponse(responseCode = "409", description = "Not editable now, no free place, or there already")
    @ApiResponse(responseCode = "413", description = "Larger than 10 MB")
    @ApiResponse(responseCode = "422", description = "Empty, of a wrong type, broken or harmful")
    @ApiResponse(responseCode = "503", description = "The virus scanner does not answer; try again later")
    ResponseEntity<Object> upload(
            @PathVariable String number,
            @PathVariable String material,
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request) {
        return answers.upload(number, currentActor.get(), material, file, request);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "删除材料", description = "Removes a file. Versions that were submitted with it keep it.")
    @ApiResponse(responseCode = "204", description = "Removed")
    @ApiResponse(responseCode = "404", description = "No such file of this school")
    @ApiResponse(responseCode = "409", description = "Not editable now")
    ResponseEntity<Object> remove(@PathVariable String number, @PathVariable long id, HttpServletRequest request) {
        return answers.remove(number, currentActor.get(), id, request);
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "下载材料", description = "A file as it was uploaded.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "application/octet-stream"))
    @ApiResponse(responseCode = "404", description = "No such file for this reader")
    ResponseEntity<?> content(@PathVariable String number, @PathVariable long id, HttpServletRequest request) {
        return answers.content(id, currentActor.get(), true)
                .<ResponseEntity<?>>map(found -> found)
                .orElseGet(() -> answers.notThere(request));
    }
}
