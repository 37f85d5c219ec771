package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that answered a form that was not taken, with the status that it had. */
@Controller
class FormAnswerPages {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final FormAnswers answers;

    FormAnswerPages(FormAnswers answers) {
        this.answers = answers;
    }

    @GetMapping(FormAnswers.PATH + "{secret}")
    Object show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        var found = answers.find(secret, request);
        if (found.isPresent()) {
            var answer = found.get();
            return ResponseEntity.status(answer.status()).contentType(PAGE).body(answer.page());
        }
        response.setStatus(HttpStatus.GONE.value());
        return "answer-ended";
    }
}
