package org.maillage.web.api;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Outcome;
import org.springframework.http.ResponseEntity;

/** The two answers of commands: something was made, or something was changed. */
final class Answers {

    private Answers() {}

    /** 201 with the address of what was made; the same when repeated. */
    static ResponseEntity<Done> made(String address, UUID id, Outcome outcome) {
        return with(ResponseEntity.created(URI.create(address)), outcome, null).body(new Done(id, outcome.position()));
    }

    /** 200, with the version of the thing now as its ETag where it is known. */
    static ResponseEntity<Done> changed(UUID id, Outcome outcome, @Nullable Long version) {
        return with(ResponseEntity.ok(), outcome, version).body(new Done(id, outcome.position()));
    }

    /** The ETag of a version. */
    static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static ResponseEntity.BodyBuilder with(
            ResponseEntity.BodyBuilder answer, Outcome outcome, @Nullable Long version) {
        if (outcome.repeated()) {
            answer.header(ApiCommands.REPLAYED, "true");
        }
        if (version != null) {
            answer.eTag(etag(version));
        }
        return answer;
    }
}
