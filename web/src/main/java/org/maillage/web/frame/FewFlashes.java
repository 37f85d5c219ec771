package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What a page is to say once: in a cookie, else in the session, and of the newest few only. Who sends forms and never opens
 * the page that follows would else have a session that grows, and is read and written whole, with each of them.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
final class FewFlashes extends SessionFlashMapManager {

    /** More than anybody has tabs on the way at once. */
    private static final int MOST = 8;

    private static final String IN_COOKIE = FewFlashes.class.getName();

    private final FlashCookie cookie;

    FewFlashes(FlashCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var all = new CopyOnWriteArrayList<>(inSession(request));
        all.addAll(inCookie(request));
        return all;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        var apart = flashes.stream().collect(Collectors.partitioningBy(cookie::holds));
        // First what may begin a session, since the cookie holds in that.
        var rest = newest(Objects.requireNonNull(apart.get(false)));
        if (!rest.equals(inSession(request))) {
            super.updateFlashMaps(new CopyOnWriteArrayList<>(rest), request, response);
        }
        var brief = newest(Objects.requireNonNull(apart.get(true)));
        if (!brief.equals(inCookie(request))) {
            cookie.write(brief, Duration.ofSeconds(getFlashMapTimeout()), request, response);
            request.setAttribute(inCookieOf(request), brief);
        }
    }

    // A request has its own copy of the session, and begins none for this.
    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return request;
    }

    private static List<FlashMap> newest(List<FlashMap> flashes) {
        return flashes.subList(Math.max(0, flashes.size() - MOST), flashes.size());
    }

    private List<FlashMap> inSession(HttpServletRequest request) {
        return Objects.requireNonNullElse(super.retrieveFlashMaps(request), List.of());
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    private List<FlashMap> inCookie(HttpServletRequest request) {
        var known = (List<FlashMap>) request.getAttribute(inCookieOf(request));
        if (known == null) {
            known = cookie.read(request);
            request.setAttribute(inCookieOf(request), known);
        }
        return known;
    }

    // Who signs in has another session than the same request began with.
    private static String inCookieOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return IN_COOKIE + (session == null ? "" : session.getId());
    }
}
