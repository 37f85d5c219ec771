package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.member.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coordinators' queue: a list, a claim beside it, and whether keys decide. */
@Controller
@RequestMapping(QueuePlace.PATH)
class QueuePages {

    private final QueueBoard board;

    QueuePages(QueueBoard board) {
        this.board = board;
    }

    @GetMapping
    String show(
            @ModelAttribute(binding = true) QueuePlace place,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            HttpServletRequest request,
            HttpServletResponse response,
            Standing standing,
            Model model,
            Locale locale) {
        response.addHeader(HttpHeaders.VARY, "HX-Target");
        if ("detail".equals(target)) {
            board.beside(Optional.ofNullable(place.choisie()), place, standing, model, locale);
            return "coordination/queue-parts :: detail";
        }
        board.show(place, Shortcuts.on(request), standing, model, locale);
        return "coordination/queue";
    }

    @PostMapping("/touches")
    String keys(
            @RequestParam(defaultValue = "true") boolean actives,
            @ModelAttribute QueuePlace place,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                Shortcuts.cookie(actives, request.isSecure()).toString());
        return "redirect:" + place.address();
    }
}
