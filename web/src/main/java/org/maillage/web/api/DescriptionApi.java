package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.maillage.web.api.openapi.Description;
import org.maillage.web.api.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's description for programs, in the language asked for. */
@RestController
class DescriptionApi {

    static final String ADDRESS = "/api/v1/openapi.json";

    private final Description description;

    DescriptionApi(Description description) {
        this.description = description;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<Map<String, Object>> describeApi(HttpServletRequest request) {
        var language = Problems.language(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(description.in(language));
    }
}
