package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The account of a member, of an organisation, or the common fund of a network (rule 9). Its text is
 * {@code member/<uuid>}, {@code organisation/<uuid>} or {@code fund/<uuid of the network>}.
 *
 * @param holder who holds it
 * @param id the member's, the organisation's or the network's id
 */
public record AccountId(Holder holder, UUID id) {

    /** Who may hold mailles. */
    public enum Holder {
        MEMBER("member"),
        ORGANISATION("organisation"),
        FUND("fund");

        /** What an account's text begins with. */
        private final String word;

        Holder(String word) {
            this.word = word;
        }
    }

    private static final List<Holder> HOLDERS = List.of(Holder.values());

    public AccountId {
        Objects.requireNonNull(holder);
        Objects.requireNonNull(id);
    }

    /** A member's account. */
    public static AccountId of(MemberId member) {
        return new AccountId(Holder.MEMBER, member.value());
    }

    /** An organisation's account. */
    public static AccountId of(OrganisationId organisation) {
        return new AccountId(Holder.ORGANISATION, organisation.value());
    }

    /** The common fund of a network. */
    public static AccountId fundOf(NetworkId network) {
        return new AccountId(Holder.FUND, network.value());
    }

    /** Reads the text. @throws Malformed if it is not an account's */
    @JsonCreator
    public static AccountId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new Malformed("an account is written holder/uuid");
        }
        for (var holder : HOLDERS) {
            if (holder.word.length() == slash && text.startsWith(holder.word)) {
                return new AccountId(holder, Id.parse(text.substring(slash + 1)));
            }
        }
        throw new Malformed("an account is of a member, an organisation or a fund");
    }

    @JsonValue
    @Override
    public String toString() {
        return holder.word + "/" + id;
    }
}
