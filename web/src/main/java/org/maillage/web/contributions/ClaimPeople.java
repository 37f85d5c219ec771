package org.maillage.web.contributions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Whoever else took part: found by name among the members, or named as somebody who is no member yet. */
@Component
class ClaimPeople {

    private static final int MOST_FOUND = 8;
    private static final int LONGEST_NAME = 120;

    private final Projections views;
    private final Words words;

    ClaimPeople(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** A member who may be meant. */
    record Found(String id, String name, String organisation) {}

    /** What a search found; {@code asked} is what was typed. */
    record Results(String asked, List<Found> people) {}

    /** Members of this name who are not named yet, by name, at most 8; nobody for an empty text. */
    Results search(ClaimForm claim, Standing standing) {
        var asked = claim.text("who");
        if (asked.isEmpty()) {
            return new Results("", List.of());
        }
        var named = new HashSet<>(claim.people());
        named.add(standing.member().toString());
        var page = views.members()
                .listed(
                        standing.network(),
                        new MemberFilter(asked, null, null),
                        AsOf.NOW,
                        null,
                        MOST_FOUND + named.size());
        var found = page.items().stream()
                .filter(member -> member.status() != Member.Status.LEFT)
                .filter(member -> !named.contains(member.member().toString()))
                .filter(member -> !member.name().isEmpty())
                .limit(MOST_FOUND)
                .map(ClaimPeople::found)
                .toList();
        return new Results(asked, found);
    }

    private static Found found(Member member) {
        var organisation = member.organisationName();
        return new Found(member.member().toString(), member.name(), organisation == null ? "" : organisation);
    }

    /** The form with a member added who was found; unchanged where there is no such member, or the claim is full. */
    ClaimForm add(ClaimForm claim, String member, Standing standing) {
        var known = claim.people().size() < ClaimForm.MOST_PEOPLE
                ? find(member, standing).filter(id -> !id.equals(standing.member()))
                : Optional.<MemberId>empty();
        return known.map(id -> claim.and("with", id.toString()).with("who", "")).orElse(claim);
    }

    private Optional<MemberId> find(String member, Standing standing) {
        return views.members()
                .find(standing.network(), MemberId.of(member), AsOf.NOW)
                .filter(found -> found.status() != Member.Status.LEFT)
                .map(Member::member);
    }

    /** The form with somebody added who is no member yet, named as typed. */
    ClaimForm addNew(ClaimForm claim) {
        var name = claim.text("who");
        if (name.isEmpty() || name.length() > LONGEST_NAME || claim.people().size() >= ClaimForm.MOST_PEOPLE) {
            return claim;
        }
        var person = claim.nextNew();
        return claim.and("with", person).with("name-" + person, name).with("who", "");
    }

    /** A person as the form shows them; {@code kind} is the field that says what they did, empty where as the claimant. */
    record Row(
            String ref,
            String name,
            boolean isNew,
            String kind,
            String hours,
            String minutes,
            String payment,
            String email) {}

    /** Whoever was named, in the order in which they were. */
    List<Row> rows(ClaimForm claim, Standing standing, Locale locale) {
        var members = claim.people().stream()
                .filter(person -> !ClaimForm.isNew(person))
                .map(MemberId::of)
                .toList();
        var names = words.names(standing.network(), members, locale);
        var rows = new ArrayList<Row>();
        for (var person : claim.people()) {
            var isNew = ClaimForm.isNew(person);
            rows.add(row(claim, person, isNew, isNew ? claim.text("name-" + person) : names.get(MemberId.of(person))));
        }
        return rows;
    }

    private static Row row(ClaimForm claim, String person, boolean isNew, @Nullable String name) {
        return new Row(
                person,
                name == null ? "" : name,
                isNew,
                claim.text("kind-" + person),
                claim.text("hours-" + person),
                claim.text("minutes-" + person),
                claim.text("payment-" + person),
                claim.text("email-" + person));
    }
}
