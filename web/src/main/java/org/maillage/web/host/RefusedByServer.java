package org.maillage.web.host;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpStatus;

/** Answers methods that the server itself refuses (TRACE), before anything of this program, in the form of each API. */
final class RefusedByServer implements Filter {

    private final Problems problems;

    RefusedByServer(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : "";
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!Objects.equals(status, HttpStatus.METHOD_NOT_ALLOWED.value())
                || !(response instanceof HttpServletResponse answer)
                || !(request instanceof HttpServletRequest dispatched)) {
            chain.doFilter(request, response);
        } else if (asked.startsWith(OAuthAddresses.HOST + "/")) {
            HostFailures.unknown(asked, answer);
        } else if (asked.equals("/api/v1") || asked.startsWith("/api/v1/")) {
            problems.write(Fault.UNKNOWN_METHOD, at(asked, dispatched), answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The request as it came: while an error is answered, its address is that of the answer. */
    private static HttpServletRequest at(String asked, HttpServletRequest dispatched) {
        return new HttpServletRequestWrapper(dispatched) {
            @Override
            public String getRequestURI() {
                return asked;
            }
        };
    }
}
