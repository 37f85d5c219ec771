package org.maillage.web.api.openapi;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the endpoints and fields of the API are, in French and English, from {@code messages/api_*}. */
public final class ApiTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public ApiTexts() {
        messages.setBasename("messages/api");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
    }

    /** What an endpoint does, in a sentence; its name where nothing is said. */
    public String operation(String id, Locale language) {
        return find("api.op." + id, language).orElse(id);
    }

    /** Whether something is said of an endpoint. */
    public boolean knows(String id, Locale language) {
        return find("api.op." + id, language).isPresent();
    }

    /** What a field or parameter is; empty where its name says it. */
    public Optional<String> field(String name, Locale language) {
        return find("api.field." + name, language);
    }

    /** What a noun of the API stands for. */
    public String noun(String noun, Locale language) {
        return find("api.noun." + noun, language).orElse(noun);
    }

    public String text(String key, Locale language) {
        return messages.getMessage("api." + key, null, language);
    }

    private Optional<String> find(String key, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language));
    }
}
