package org.maillage.web.credits;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Organisation;
import org.springframework.stereotype.Component;

/** Finds to whom mailles can go by a part of the name: listed members, and organisations of the network. */
@Component
final class Receivers {

    /** More than so many are no answer: the name has to be longer. */
    static final int MOST = 20;

    private final Projections views;

    Receivers(Projections views) {
        this.views = views;
    }

    /** Who bears this text in their name, oneself apart, members first, each by name; nobody for no text. */
    List<Receiver> search(Standing standing, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        var filter = new MemberFilter(text, null, null);
        var members = views.members().listed(standing.network(), filter, AsOf.NOW, null, MOST).items().stream()
                .filter(member -> !member.member().equals(standing.member()))
                .filter(Receivers::canReceive)
                .map(Receivers::of);
        var organisations = views.networks().organisations(standing.network(), AsOf.NOW).stream()
                .filter(organisation -> plain(organisation.name()).contains(plain(text)))
                .map(Receivers::of);
        return Stream.concat(members, organisations).limit(MOST).toList();
    }

    /** Somebody or an organisation of the network by their account; empty where there is none. */
    Optional<Receiver> find(Standing standing, AccountId account) {
        return switch (account.holder()) {
            case MEMBER ->
                views.members()
                        .find(standing.network(), new MemberId(account.id()), AsOf.NOW)
                        .filter(member -> member.listed() && canReceive(member))
                        .map(Receivers::of);
            case ORGANISATION ->
                views.networks()
                        .organisation(standing.network(), new OrganisationId(account.id()))
                        .map(Receivers::of);
            case FUND -> Optional.empty();
        };
    }

    private static boolean canReceive(Member member) {
        return member.status() != Member.Status.LEFT && !member.name().isEmpty();
    }

    private static Receiver of(Member member) {
        return new Receiver(
                AccountId.of(member.member()).toString(),
                member.name(),
                Objects.requireNonNullElse(member.organisationName(), ""));
    }

    private static Receiver of(Organisation organisation) {
        return new Receiver(AccountId.of(organisation.organisation()).toString(), organisation.name(), "");
    }

    // Whatever its case and accents.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Who can be given to; {@code organisation} tells two people of one name apart and is empty for none. */
    record Receiver(String account, String name, String organisation) {}
}
