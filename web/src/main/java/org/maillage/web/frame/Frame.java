package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final Surroundings surroundings;

    Frame(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ModelAttribute
    void surround(Model model, HttpServletRequest request) {
        // An endpoint of the API is a controller too, and has nothing around it.
        if (!request.getRequestURI().startsWith("/api/v1/")) {
            surroundings.give(request, model::addAttribute);
        }
    }
}
