package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What a page is to say once, kept in the session: of the newest few only. Who sends forms and never opens the page that
 * follows would else have a session that grows, and is read and written whole, with each of them.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
final class FewFlashes extends SessionFlashMapManager {

    /** More than anybody has tabs on the way at once. */
    private static final int MOST = 8;

    @Override
    protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        super.updateFlashMaps(
                new CopyOnWriteArrayList<>(flashes.subList(Math.max(0, flashes.size() - MOST), flashes.size())),
                request,
                response);
    }
}
