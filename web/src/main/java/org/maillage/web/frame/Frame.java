package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.queue.Tab;
import org.maillage.web.drawing.RoleFlower;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private final Viewers viewers;
    private final Projections projections;
    private final java.time.Clock clock;

    Frame(Viewers viewers, Projections projections, java.time.Clock clock) {
        this.viewers = viewers;
        this.projections = projections;
        this.clock = clock;
    }

    @ModelAttribute
    void surround(Model model, HttpServletRequest request) {
        // An endpoint of the API is a controller too, and has nothing around it.
        if (request.getRequestURI().startsWith("/api/v1/")) {
            return;
        }
        model.addAttribute("theme", Theme.of(request));
        model.addAttribute("here", here(request));
        var viewer = viewers.of(SecurityContextHolder.getContext().getAuthentication(), request);
        if (viewer.isEmpty() || request.getMethod().equals("POST")) {
            viewer.ifPresent(v -> model.addAttribute("viewer", v));
            return;
        }
        model.addAttribute("viewer", viewer.get());
        var standing = viewer.get().current();
        if (standing != null) {
            model.addAttribute("viewerFlower", flower(standing));
            if (standing.coordinator()) {
                model.addAttribute("queueCount", waiting(standing));
            }
        }
    }

    private static @Nullable String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/error")) {
            return null;
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private @Nullable String flower(Viewer.Standing standing) {
        var whole = projections
                .portraits()
                .portrait(standing.network(), standing.member(), standing.today(clock), AsOf.NOW)
                .twelveMonths();
        return whole.days() == 0 ? null : RoleFlower.decoration(shares(whole.shares()));
    }

    static Map<Role, Long> shares(Map<Role, Integer> basisPoints) {
        var shares = new EnumMap<Role, Long>(Role.class);
        basisPoints.forEach((role, share) -> shares.put(role, share.longValue()));
        return shares;
    }

    private long waiting(Viewer.Standing standing) {
        var counts = projections.queue().waiting(standing.network());
        return counts.getOrDefault(Tab.READY, 0L) + counts.getOrDefault(Tab.LOOK_CLOSER, 0L);
    }
}
