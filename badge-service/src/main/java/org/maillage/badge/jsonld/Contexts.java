package org.maillage.badge.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The contexts that this program knows, as they were published (resources beside this class). A context is never
 * fetched: one that is not here is refused.
 */
public final class Contexts implements DocumentLoader {

    /** Verifiable Credentials Data Model 2.0, section 4.3: the first context of every credential. */
    public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

    /** The same of version 1.1, in older badges of others. */
    public static final String CREDENTIALS_1 = "https://www.w3.org/2018/credentials/v1";

    /** Open Badges 3.0: the second context of every badge. */
    public static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private static final Map<String, String> FILES = Map.of(
            CREDENTIALS,
            "credentials-v2",
            CREDENTIALS_1,
            "credentials-v1",
            OPEN_BADGES,
            "open-badges-3.0.3",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
            "open-badges-3.0.2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            "open-badges-3.0.1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
            "open-badges-3.0.0",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            "open-badges-extensions",
            "https://w3id.org/security/data-integrity/v1",
            "data-integrity-v1",
            "https://w3id.org/security/data-integrity/v2",
            "data-integrity-v2",
            "https://www.w3.org/ns/credentials/status/v1",
            "bitstring-status-list-v1");

    private final Map<String, Document> documents = new HashMap<>();

    Contexts() {
        FILES.forEach((url, file) -> documents.put(url, read(file)));
    }

    /** The addresses of all of them. */
    public static Set<String> known() {
        return FILES.keySet();
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        var document = documents.get(url.toString());
        if (document == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
        }
        return document;
    }

    private static Document read(String file) {
        try (var stream = Contexts.class.getResourceAsStream(file + ".json")) {
            return JsonDocument.of(Objects.requireNonNull(stream, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError e) {
            throw new IllegalStateException("the bundled context " + file + " cannot be read", e);
        }
    }
}
