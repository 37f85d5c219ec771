package org.maillage.web.host;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpStatus;

/** Answers methods that the server itself refuses (TRACE), before anything of this program, in the Host API's own form. */
final class RefusedByServer implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "";
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (asked.startsWith(OAuthAddresses.HOST + "/")
                && Objects.equals(status, HttpStatus.METHOD_NOT_ALLOWED.value())
                && response instanceof HttpServletResponse answer) {
            HostFailures.unknown(asked, answer);
        } else {
            chain.doFilter(request, response);
        }
    }
}
