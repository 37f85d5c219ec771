package org.maillage.web.host;

import org.maillage.badge.jsonld.StrictJson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Why a request was not done, as Open Badges says it (section 6.2.2, Imsx_StatusInfo). It is for programs, in English.
 *
 * @param minor a value of the standard's list
 */
record StatusInfo(HttpStatus status, String minor, String description) {

    static final String INVALID_DATA = "invalid_data";
    static final String INVALID_QUERY = "invalid_query_parameter";
    static final String UNAUTHORIZED = "unauthorizedrequest";
    static final String FORBIDDEN = "forbidden";
    static final String NOT_FOUND = "not_found";
    static final String NOT_ALLOWED = "not_allowed";

    byte[] json() {
        var field = StrictJson.object()
                .put("imsx_codeMinorFieldName", "TargetEndSystem")
                .put("imsx_codeMinorFieldValue", minor);
        var fields = JsonNodeFactory.instance.arrayNode().add(field);
        var info = StrictJson.object()
                .put("imsx_codeMajor", "failure")
                .put("imsx_severity", "error")
                .put("imsx_description", description);
        info.set("imsx_codeMinor", StrictJson.object().set("imsx_codeMinorField", fields));
        return StrictJson.write(info);
    }

    ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json());
    }

    /** What stops a request; it carries no stack trace, since strangers' requests cause it. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient StatusInfo info;

        Refused(HttpStatus status, String minor, String description) {
            super(description, null, false, false);
            this.info = new StatusInfo(status, minor, description);
        }

        StatusInfo info() {
            return info;
        }
    }
}
