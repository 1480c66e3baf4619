package org.chuyi.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What the next page is to say, of the last few answers only: somebody who works without opening the next page would
 * otherwise carry all of it in her session, read with each request.
 */
class RecentFlashMaps extends SessionFlashMapManager {

    private static final int KEPT = 8;

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        super.updateFlashMaps(lastOf(flashMaps), request, response);
    }

    private static List<FlashMap> lastOf(List<FlashMap> all) {
        return all.size() <= KEPT ? all : new CopyOnWriteArrayList<>(all.subList(all.size() - KEPT, all.size()));
    }
}
