package org.maillage.web.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maillage.web.api.json.ApiJson;
import tools.jackson.core.type.TypeReference;

/** A request of each endpoint that reads one, from {@code api/examples.json}: a test reads them as the API would. */
public final class Examples {

    private final Map<String, Object> byOperation;

    private Examples(Map<String, Object> byOperation) {
        this.byOperation = Map.copyOf(byOperation);
    }

    public static Examples read() {
        try (var in = Examples.class.getResourceAsStream("/api/examples.json")) {
            if (in == null) {
                throw new IllegalStateException("api/examples.json is missing");
            }
            return new Examples(ApiJson.mapper().readValue(in, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Object> of(String operation) {
        return Optional.ofNullable(byOperation.get(operation));
    }

    /** The endpoints that have one. */
    public Set<String> operations() {
        return byOperation.keySet();
    }
}
