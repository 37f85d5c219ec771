package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers addresses of the APIs that nobody should write (such as {@code //credentials}) in the form of each. */
@Component
final class Rejections implements RequestRejectedHandler {

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();
    private final Problems problems;

    Rejections(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, jakarta.servlet.ServletException {
        var plain = request.getRequestURI().replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        if (plain.startsWith(OAuthAddresses.HOST + "/")) {
            HostFailures.write(
                    new StatusInfo(
                            HttpStatus.BAD_REQUEST, StatusInfo.INVALID_DATA, "no address is written in this way"),
                    response);
        } else if (plain.startsWith("/api/v1/")) {
            // What is rejected for its method has nothing wrong with its address.
            var fault = isKnown(request.getMethod()) ? Fault.BAD_ADDRESS : Fault.UNKNOWN_METHOD;
            problems.write(fault, request, response);
        } else {
            others.handle(request, response, rejected);
        }
    }

    private static boolean isKnown(String method) {
        return List.of(HttpMethod.values()).contains(HttpMethod.valueOf(method));
    }
}
