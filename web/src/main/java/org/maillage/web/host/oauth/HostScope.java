package org.maillage.web.host.oauth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an application may be let do (Open Badges 3.0, section 6.2.1), and staying connected. */
public enum HostScope {
    /** Reads the badges that the member accepted, and those that they brought. */
    CREDENTIAL_READONLY("credential.readonly"),
    /** Brings badges that the member earned elsewhere. */
    CREDENTIAL_UPSERT("credential.upsert"),
    /** Reads the profile that the member shows to applications. */
    PROFILE_READONLY("profile.readonly"),
    /** Changes that profile, never the member's name in the network. */
    PROFILE_UPDATE("profile.update"),
    /** Goes on while the member is not there. Applications that ask for it get what all others get. */
    OFFLINE_ACCESS("offline_access");

    private static final String ROOT = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";

    private final String text;

    HostScope(String name) {
        this.text = name.equals("offline_access") ? name : ROOT + name;
    }

    /** As it is written in requests. */
    public String text() {
        return text;
    }

    /** The four that the standard names. */
    public static Set<HostScope> standard() {
        return EnumSet.complementOf(EnumSet.of(OFFLINE_ACCESS));
    }

    /** The one that is written so; empty for any other. */
    public static Optional<HostScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Those of these texts that are known, in their own order. */
    public static Set<HostScope> known(Iterable<String> texts) {
        var known = EnumSet.noneOf(HostScope.class);
        texts.forEach(one -> of(one).ifPresent(known::add));
        return known;
    }

    /** As rows keep them: with a space between. */
    static String written(Set<HostScope> scopes) {
        return scopes.stream().sorted().map(HostScope::text).collect(Collectors.joining(" "));
    }
}
