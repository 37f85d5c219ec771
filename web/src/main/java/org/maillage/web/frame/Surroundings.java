package org.maillage.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.Tab;
import org.maillage.web.badges.asking.BadgeQuestions;
import org.maillage.web.drawing.RoleFlower;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.LazyContextVariable;

/**
 * What the layout shows around a page, whatever the page answers: also a form that came back, a refusal and an error.
 * What costs a question to the views is asked only where a page is shown, since most forms are answered by a redirect.
 */
@Component
class Surroundings {

    private final Viewers viewers;
    private final Projections projections;
    private final WaitingClaims waiting;
    private final Badges badges;
    private final BadgeQuestions questions;
    private final java.time.Clock clock;

    Surroundings(
            Viewers viewers,
            Projections projections,
            WaitingClaims waiting,
            Badges badges,
            BadgeQuestions questions,
            java.time.Clock clock) {
        this.viewers = viewers;
        this.projections = projections;
        this.waiting = waiting;
        this.badges = badges;
        this.questions = questions;
        this.clock = clock;
    }

    /** Gives each of the layout's variables to a model. */
    void give(HttpServletRequest request, BiConsumer<String, @Nullable Object> model) {
        model.accept("theme", Theme.of(request));
        model.accept("here", here(request));
        viewers.ifKnown(SecurityContextHolder.getContext().getAuthentication(), request)
                .ifPresent(viewer -> around(viewer, request, model));
    }

    private void around(Viewer viewer, HttpServletRequest request, BiConsumer<String, @Nullable Object> model) {
        model.accept("viewer", viewer);
        var standing = viewer.current();
        if (standing == null || fails(request)) {
            return;
        }
        model.accept("viewerFlower", new WhenShown<>(() -> flower(standing)));
        model.accept("waitingCount", new WhenShown<>(() ->
                (long) waiting.of(standing).size()));
        if (standing.coordinator()) {
            model.accept("queueCount", new WhenShown<>(() -> waiting(standing)));
            model.accept(
                    "reviewCount",
                    new WhenShown<>(
                            () -> badges.awards().reviews(standing.network()) + questions.count(standing.network())));
        }
    }

    private static @Nullable String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/error")) {
            return null;
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    // The page that says that something failed asks nothing that may be what fails.
    private static boolean fails(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
    }

    private @Nullable String flower(Standing standing) {
        var whole = projections
                .portraits()
                .twelveMonths(standing.network(), standing.member(), standing.today(clock), AsOf.NOW);
        return whole.days() == 0 ? null : RoleFlower.decoration(shares(whole.shares()));
    }

    private static Map<Role, Long> shares(Map<Role, Integer> basisPoints) {
        var shares = new EnumMap<Role, Long>(Role.class);
        basisPoints.forEach((role, share) -> shares.put(role, share.longValue()));
        return shares;
    }

    private long waiting(Standing standing) {
        var counts = projections.queue().waiting(standing.network());
        return counts.getOrDefault(Tab.READY, 0L) + counts.getOrDefault(Tab.LOOK_CLOSER, 0L);
    }

    /** A variable that is asked for when a template first names it. */
    private static final class WhenShown<T extends @Nullable Object> extends LazyContextVariable<T> {

        private final Supplier<T> asking;

        WhenShown(Supplier<T> asking) {
            this.asking = asking;
        }

        @Override
        protected T loadValue() {
            return asking.get();
        }
    }
}
