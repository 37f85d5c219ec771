package org.maillage.web.api.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the endpoints that this program has mapped, made once a language. */
@Component
public final class Description {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final Examples examples = Examples.read();
    private final Map<Locale, Map<String, Object>> documents = new ConcurrentHashMap<>();

    /** @param mapping asked for late: it knows the controllers that ask for this */
    Description(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The endpoints, in the order of paths and methods; the description itself is none of them. */
    public List<Operation> operations() {
        return Operation.of(mapping.getObject()).stream()
                .filter(operation -> !operation.path().endsWith("/openapi.json"))
                .toList();
    }

    /** The OpenAPI document in a language. */
    public Map<String, Object> in(Locale language) {
        return documents.computeIfAbsent(language, asked -> OpenApi.of(operations(), examples, asked));
    }

    public Examples examples() {
        return examples;
    }
}
