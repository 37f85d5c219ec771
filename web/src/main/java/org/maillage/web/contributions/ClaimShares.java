package org.maillage.web.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.ClaimReading.Own;
import org.maillage.web.contributions.ClaimReading.Says;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.signin.EmailAddress;

/**
 * Reads the shares of a claim form: the claimant's own, and one of each person who is named, which is as the claimant's
 * where their fields say nothing else.
 */
final class ClaimShares {

    private static final int LONGEST_NAME = 120;

    private final ClaimForm claim;
    private final Standing standing;
    private final Kinds kinds;
    private final Form form;
    private final Says says;

    ClaimShares(ClaimForm claim, Standing standing, Kinds kinds, Form form, Says says) {
        this.claim = claim;
        this.standing = standing;
        this.kinds = kinds;
        this.form = form;
        this.says = says;
    }

    /**
     * The shares; one of which a field cannot be read is left out, and the form says which.
     *
     * @param own the claimant's part; null where it cannot be read, and then there are none
     * @param members the membership that a reference of the form is of
     */
    List<ClaimedShare> of(@Nullable Own own, Function<String, MemberId> members) {
        var ids = FormKey.of(claim.text("key"));
        var shares = new ArrayList<ClaimedShare>();
        if (own != null) {
            shares.add(share(new ShareId(ids.id("share")), standing.member(), own));
        }
        for (var person : claim.people()) {
            named(person);
            var part = part(person, own);
            if (part != null) {
                shares.add(share(new ShareId(ids.id("share " + person)), members.apply(person), part));
            }
        }
        return shares;
    }

    private void named(String person) {
        if (ClaimForm.isNew(person)) {
            var name = claim.text("name-" + person);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                form.fault("name-" + person, says.fault("claim.person.name.invalid"));
            }
            var email = claim.text("email-" + person);
            if (!email.isEmpty() && EmailAddress.read(email).isEmpty()) {
                form.fault("email-" + person, says.refusal(Reason.EMAIL_INVALID));
            }
        }
    }

    // What is not said of somebody else's part is as the claimant's own.
    private @Nullable Own part(String person, @Nullable Own own) {
        var kind = kind(person);
        var quantity = quantity(person);
        var paid = claim.text("payment-" + person);
        var payment = paid.isEmpty()
                ? null
                : form.read("payment-" + person, () -> Payment.valueOf(paid), says.fault("claim.payment.missing"));
        if (own == null || !form.isRead()) {
            return null;
        }
        var whole = new Own(
                Objects.requireNonNullElse(kind, own.kind()),
                Objects.requireNonNullElse(quantity, own.quantity()),
                own.day(),
                own.start(),
                own.where(),
                Objects.requireNonNullElse(payment, own.payment()));
        if (!whole.quantity().fits(kinds.measure(whole.kind().value()))) {
            form.fault("hours-" + person, says.refusal(Reason.QUANTITY_NOT_OF_THE_KIND));
        }
        return whole;
    }

    private @Nullable KindCode kind(String person) {
        var code = claim.text("kind-" + person);
        return code.isEmpty()
                ? null
                : form.read("kind-" + person, () -> new KindCode(code), says.fault("claim.kind.missing"));
    }

    private @Nullable Quantity quantity(String person) {
        var hours = claim.text("hours-" + person);
        var minutes = claim.text("minutes-" + person);
        return hours.isEmpty() && minutes.isEmpty()
                ? null
                : form.read(
                        "hours-" + person,
                        () -> Quantity.minutes(positive(ClaimReading.minutes(hours, minutes))),
                        says.fault("claim.duration.invalid"));
    }

    private static ClaimedShare share(ShareId id, MemberId contributor, Own part) {
        var plain = ClaimedShare.plain(AccountId.of(contributor), part.kind(), part.quantity(), part.day());
        return new ClaimedShare(
                id,
                plain.contributor(),
                plain.kind(),
                plain.quantity(),
                plain.day(),
                part.start(),
                part.where(),
                part.payment(),
                plain.capacity(),
                null,
                plain.audience(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static int positive(int minutes) {
        if (minutes == 0) {
            throw new IllegalArgumentException("nothing is claimed");
        }
        return minutes;
    }
}
