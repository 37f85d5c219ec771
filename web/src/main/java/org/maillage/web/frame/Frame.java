package org.maillage.web.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final Surroundings surroundings;
    private final RefusedForms refused;

    Frame(Surroundings surroundings, RefusedForms refused) {
        this.surroundings = surroundings;
        this.refused = refused;
    }

    @ModelAttribute
    void surround(Model model, HttpServletRequest request) {
        // An endpoint of the API is a controller too, and has nothing around it.
        if (!request.getRequestURI().startsWith("/api/v1/")) {
            surroundings.give(request, model::addAttribute);
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            refused.ofError(request).forEach(model::addAttribute);
        }
    }
}
