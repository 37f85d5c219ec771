package org.maillage.badge.credential;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusPurpose;

/** Credentials of every shape that ours can have, and of texts that people write; the same seed gives the same ones. */
public final class CredentialGenerator {

    /** What has broken signatures before: quotes, escapes, controls, other planes, right to left, marks, look-alikes. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "Animer un atelier",
            "«Dès l’été» : 100 %",
            "a \"quoted\" word",
            "back\\slash and \\\" both",
            "two\nlines",
            "dos\r\nline",
            "tab\there",
            "bell\u0007, escape\u001b, delete\u007f, next line\u0085",
            "non-BMP 😀 \uD83C\uDDEB\uD83C\uDDF7 𝒜",
            "مرحبا بالعالم",
            "שלום \u202Eabc\u202C",
            "e\u0301 and é",
            "<b>not</b> &amp; markup",
            "https://example.org/not-a-link",
            "urn:uuid:not-an-id",
            "@type",
            "_:b0",
            "null",
            "2026-01-01T00:00:00Z",
            "\uD800 alone",
            "\uFFFD\uFEFF\u200B\u2028\u2029",
            "# Markdown\n\n- one\n- *two*\n\n```\ncode\\n\n```");

    private final Random random;

    public CredentialGenerator(long seed) {
        this.random = new Random(seed);
    }

    public Credential.Badge badge() {
        return badge(Profile.named(uri("issuers"), text()), false);
    }

    /** A badge of an issuer; with every optional part where {@code whole}. */
    public Credential.Badge badge(Profile issuer, boolean whole) {
        var awarded = time();
        return new Credential.Badge(
                uri("credentials"),
                issuer,
                achievement(issuer, whole),
                random.nextBoolean() ? URI.create("urn:uuid:" + uuid()) : uri("people"),
                list(whole, 2, () -> HashedIdentity.ofEmail(random.nextInt(1_000) + "@example.org", uuid())),
                awarded,
                awarded,
                maybe(whole, this::time),
                maybe(whole, this::status),
                maybe(whole, this::text),
                maybe(whole, this::image),
                list(whole, 5, this::evidence),
                List.of());
    }

    public Credential.Endorsement endorsement(Profile issuer) {
        return new Credential.Endorsement(
                uri("endorsements"),
                issuer,
                text(),
                uri("credentials"),
                maybe(false, this::text),
                time(),
                maybe(false, this::status));
    }

    public Profile profile(boolean whole) {
        return new Profile(
                uri("issuers"),
                text(),
                maybe(whole, () -> uri("homes")),
                maybe(whole, this::text),
                maybe(whole, () -> "contact" + random.nextInt(100) + "@example.org"),
                maybe(whole, this::image),
                list(whole, 3, this::otherIdentifier));
    }

    private Achievement achievement(Profile issuer, boolean whole) {
        return new Achievement(
                uri("achievements"),
                text(),
                text(),
                random.nextBoolean()
                        ? new Criteria(maybe(whole, () -> uri("criteria")), text())
                        : new Criteria(uri("criteria"), null),
                random.nextBoolean() ? "fr" : "en",
                maybe(whole, this::image),
                maybe(whole, () -> "Badge"),
                maybe(whole, this::text),
                maybe(whole, () -> random.nextBoolean() ? issuer : profile(false)),
                list(
                        whole,
                        3,
                        () -> new Achievement.Edition(
                                uri("achievements"), maybe(whole, () -> "en"), maybe(whole, this::text))),
                list(whole, 5, this::alignment),
                list(whole, 2, this::otherIdentifier));
    }

    private Alignment alignment() {
        return new Alignment(
                text(),
                uri("frameworks"),
                maybe(false, this::text),
                maybe(false, this::text),
                maybe(false, this::text));
    }

    private Evidence evidence() {
        return new Evidence(
                maybe(false, () -> uri("evidence")),
                maybe(false, this::text),
                maybe(false, this::text),
                maybe(false, this::text),
                maybe(false, this::text));
    }

    private Image image() {
        return new Image(uri("images"), maybe(false, this::text));
    }

    private OtherIdentifier otherIdentifier() {
        return random.nextBoolean() ? OtherIdentifier.did(uri("dids")) : new OtherIdentifier(text(), "identifier");
    }

    private StatusEntry status() {
        var purpose = random.nextBoolean() ? StatusPurpose.REVOCATION : StatusPurpose.SUSPENSION;
        return new StatusEntry(
                URI.create("https://badges.example.org/lists/" + random.nextInt(9)), random.nextInt(131_072), purpose);
    }

    /** A text of one to four odd parts: never twice the same by chance alone, and sometimes on purpose. */
    private String text() {
        if (random.nextInt(6) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        var text = new StringBuilder();
        IntStream.rangeClosed(0, random.nextInt(3))
                .forEach(_ -> text.append(ODD.get(random.nextInt(ODD.size()))).append(random.nextInt(1_000)));
        return text.toString();
    }

    private URI uri(String folder) {
        return URI.create("https://badges.example.org/" + folder + '/' + random.nextInt(1_000) + "?a=%C3%A9&b="
                + random.nextInt(9) + "#x");
    }

    private Instant time() {
        return Instant.ofEpochSecond(1_500_000_000L + random.nextInt(500_000_000), random.nextInt(1_000_000_000));
    }

    private String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> @Nullable T maybe(boolean whole, Supplier<T> value) {
        return whole || random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(boolean whole, int most, Supplier<T> item) {
        var size = whole ? most : random.nextInt(most + 1);
        return IntStream.range(0, size).mapToObj(_ -> item.get()).toList();
    }
}
