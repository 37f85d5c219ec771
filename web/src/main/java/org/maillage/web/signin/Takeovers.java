package org.maillage.web.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.token.SecretToken;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Links and printed codes that a coordinator hands to somebody whose membership waits without an account. */
@Component
public final class Takeovers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JoinSecrets secrets;
    private final TakeoverRequests requests;
    private final TransactionTemplate transactions;
    private final Projections views;
    private final PublicAddress address;
    private final Clock clock;

    Takeovers(
            JoinSecrets secrets,
            TakeoverRequests requests,
            PlatformTransactionManager transactions,
            Projections views,
            PublicAddress address,
            Clock clock) {
        this.secrets = secrets;
        this.requests = requests;
        this.transactions = new TransactionTemplate(transactions);
        this.views = views;
        this.address = address;
        this.clock = clock;
    }

    /** What can be handed over. */
    public enum Form {
        LINK,
        /** printed and typed */
        CODE
    }

    /**
     * What is handed over, shown once.
     *
     * @param text the whole address of a link, or the code in its groups
     * @param page the address where a code is typed
     * @param until when it stops working
     */
    public record Takeover(String text, String page, Instant until) {}

    /** A takeover, and whether the same request had been answered with it before. */
    public record Answer(Takeover takeover, boolean repeated) {}

    /** A new link; an older link or code of the membership ends. */
    public Takeover link(NetworkId network, MemberId member) {
        return make(network, member, Form.LINK, random());
    }

    /** A new code; an older link or code of the membership ends. */
    public Takeover code(NetworkId network, MemberId member) {
        return make(network, member, Form.CODE, random());
    }

    /**
     * A new link or code, or the one that the same request got before, which may have ended since.
     *
     * @param principal whose key it is
     * @param key tells the request from the principal's others
     * @throws Refused where the key was used for another member or form
     */
    public Answer keyed(String principal, String key, NetworkId network, MemberId member, Form form) {
        var secret = requests.secret(principal, key);
        var before = requests.find(principal, key);
        if (before.isPresent()) {
            Refused.when(!before.get().isFor(member, form), Reason.KEY_REUSED);
            return new Answer(handed(text(form, secret), before.get().until()), true);
        }
        requireWaiting(network, member);
        var request = new TakeoverRequests.Request(network, member, form, until());
        // Both or neither: what is answered again has to be there.
        var made = transactions.execute(
                _ -> requests.keep(principal, key, request) ? make(network, member, form, secret) : null);
        return made == null ? keyed(principal, key, network, member, form) : new Answer(made, false);
    }

    private Takeover make(NetworkId network, MemberId member, Form form, byte[] secret) {
        requireWaiting(network, member);
        switch (form) {
            case LINK -> secrets.link(network, member, SecretToken.of(secret));
            case CODE -> secrets.code(network, member, JoinCode.of(secret));
        }
        return handed(text(form, secret), until());
    }

    private String text(Form form, byte[] secret) {
        return switch (form) {
            case LINK -> address.of("/rejoindre?jeton=" + SecretToken.of(secret).text());
            case CODE -> JoinCode.of(secret).printed();
        };
    }

    private Takeover handed(String text, Instant until) {
        return new Takeover(text, address.of("/rejoindre"), until);
    }

    private Instant until() {
        return clock.instant().plus(JoinSecrets.LIFE).truncatedTo(ChronoUnit.SECONDS);
    }

    private static byte[] random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private void requireWaiting(NetworkId network, MemberId member) {
        var found =
                views.members().find(network, member, AsOf.NOW).orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
        switch (found.status()) {
            case ENTERED, INVITED -> {}
            case JOINED -> throw new Refused(Reason.ALREADY_LINKED);
            case LEFT -> throw new Refused(Reason.HAS_LEFT);
        }
    }
}
