package org.chuyi.portal.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The API's documentation, drawn on the server: a page that loads no foreign script and prints. */
@Controller
class ApiPageController {

    private final ObjectProvider<OpenApiWebMvcResource> document;
    private final ObjectMapper json;
    private final String address;

    ApiPageController(
            ObjectProvider<OpenApiWebMvcResource> document,
            ObjectMapper json,
            @Value("${chuyi.address}") String address) {
        this.document = document;
        this.json = json;
        this.address = address;
    }

    @GetMapping("/api")
    String api(HttpServletRequest request, Model model) throws IOException {
        byte[] written = document.getObject().openapiJson(request, OpenApiDocument.PATH, Locale.SIMPLIFIED_CHINESE);
        model.addAttribute("api", ApiPage.of(json.readTree(written), address));
        model.addAttribute("document", OpenApiDocument.PATH);
        return "portal/api";
    }

    /** Where the type of a problem leads to. */
    @GetMapping("/problems/{code}")
    String problem(@PathVariable String code) {
        return "redirect:/api#problem-" + code.replaceAll("[^a-z-]", "");
    }
}
