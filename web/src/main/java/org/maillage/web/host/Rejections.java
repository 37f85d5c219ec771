package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers addresses of the Host API that nobody should write (such as {@code //credentials}) in that API's own form. */
@Component
final class Rejections implements RequestRejectedHandler {

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, jakarta.servlet.ServletException {
        var plain = request.getRequestURI().replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        if (plain.startsWith(OAuthAddresses.HOST + "/")) {
            HostFailures.write(
                    new StatusInfo(
                            HttpStatus.BAD_REQUEST, StatusInfo.INVALID_DATA, "no address is written in this way"),
                    response);
        } else {
            others.handle(request, response, rejected);
        }
    }
}
