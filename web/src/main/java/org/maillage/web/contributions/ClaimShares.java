package org.maillage.web.contributions;

import java.util.ArrayList;
import java.util.List;
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
import org.maillage.web.contributions.ClaimReading.Own;
import org.maillage.web.contributions.ClaimReading.Says;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer.Standing;
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
     * @param members the membership that a reference of the form is of
     */
    List<ClaimedShare> of(Own own, Function<String, MemberId> members) {
        var ids = FormKey.of(claim.text("key"));
        var shares = new ArrayList<ClaimedShare>();
        shares.add(share(new ShareId(ids.id("share")), standing.member(), own));
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
    private @Nullable Own part(String person, Own own) {
        var code = claim.text("kind-" + person);
        var kind = code.isEmpty()
                ? own.kind()
                : form.read("kind-" + person, () -> new KindCode(code), says.fault("claim.kind.missing"));
        var hours = claim.text("hours-" + person);
        var minutes = claim.text("minutes-" + person);
        var same = hours.isEmpty() && minutes.isEmpty();
        var quantity = same
                ? own.quantity()
                : form.read(
                        "hours-" + person,
                        () -> Quantity.minutes(positive(ClaimReading.minutes(hours, minutes))),
                        says.fault("claim.duration.invalid"));
        var paid = claim.text("payment-" + person);
        var payment = paid.isEmpty()
                ? own.payment()
                : form.read("payment-" + person, () -> Payment.valueOf(paid), says.fault("claim.payment.missing"));
        if (kind == null || quantity == null || payment == null) {
            return null;
        }
        if (!quantity.fits(kinds.measure(kind.value()))) {
            form.fault("hours-" + person, says.refusal(Reason.QUANTITY_NOT_OF_THE_KIND));
        }
        return new Own(kind, quantity, own.day(), own.start(), own.where(), payment);
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
