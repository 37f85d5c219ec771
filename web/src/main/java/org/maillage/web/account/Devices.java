package org.maillage.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.signin.Device;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in. A session's own id is a secret: pages name it by a digest. */
@Component
final class Devices {

    private static final int NAME_LENGTH = 32;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Devices(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** A person's open sessions, the current one first, then the last used first. */
    List<SignedIn> of(PersonId person, String current) {
        return open(person).values().stream()
                .map(session -> new SignedIn(
                        name(session.getId()),
                        Device.read(session.getAttribute(Device.ATTRIBUTE)),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(SignedIn::current)
                        .thenComparing(SignedIn::usedAt)
                        .reversed())
                .toList();
    }

    /** Ends one of a person's sessions by its name; another's is left alone. */
    void end(PersonId person, String name) {
        open(person).keySet().stream().filter(id -> name(id).equals(name)).forEach(sessions::deleteById);
    }

    /** Ends all of a person's sessions but one, and says how many. */
    int endOthers(PersonId person, String current) {
        var others =
                open(person).keySet().stream().filter(id -> !id.equals(current)).toList();
        others.forEach(sessions::deleteById);
        return others.size();
    }

    private Map<String, ? extends Session> open(PersonId person) {
        return sessions.findByPrincipalName(person.toString());
    }

    private static String name(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** A session as its owner sees it. */
    record SignedIn(String name, Device device, Instant since, Instant usedAt, boolean current) {}
}
