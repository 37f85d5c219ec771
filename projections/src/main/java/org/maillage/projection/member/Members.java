package org.maillage.projection.member;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Cursor;
import org.maillage.projection.Page;

/** The directory, as of a date of recording; ordered by name and by nothing else (rules 14 to 16). */
public final class Members {

    private final MemberRepository members;
    private final PersonRepository persons;

    public Members(BeanContext beans) {
        members = beans.getBean(MemberRepository.class);
        persons = beans.getBean(PersonRepository.class);
    }

    /** A member, listed or not; empty where unknown or of another network. */
    public Optional<Member> find(NetworkId network, MemberId member, LocalDate asOf) {
        return members.find(network.value(), member.value(), asOf).map(MemberEntry::asMember);
    }

    /** What members see: those who are listed. A null cursor asks for the first page. */
    public Page<Member> listed(
            NetworkId network, MemberFilter filter, LocalDate asOf, @Nullable String cursor, int limit) {
        return page(network, filter, asOf, cursor, limit, true);
    }

    /** What coordinators see: everybody. A null cursor asks for the first page. */
    public Page<Member> all(
            NetworkId network, MemberFilter filter, LocalDate asOf, @Nullable String cursor, int limit) {
        return page(network, filter, asOf, cursor, limit, false);
    }

    /** Those who decide claims, by name. */
    public List<Member> coordinators(NetworkId network, LocalDate asOf) {
        return members.coordinators(network.value(), asOf).stream()
                .map(MemberEntry::asMember)
                .toList();
    }

    /** Whether somebody who has an account decides claims of a network now; an import appoints people without one. */
    public boolean isLed(NetworkId network) {
        return !members.leading(network.value()).isEmpty();
    }

    /** The networks that nobody who has an account coordinates now. */
    public Set<NetworkId> unled() {
        return members.unled().stream().map(NetworkId::new).collect(Collectors.toSet());
    }

    /** The network of a member, where nobody who has an account coordinates it now. */
    public Optional<NetworkId> unledOf(MemberId member) {
        return members.unledOf(member.value()).map(NetworkId::new);
    }

    /** Names of members, as they are now; empty where one can no longer be opened, absent where unknown. */
    public Map<MemberId, String> names(NetworkId network, Collection<MemberId> ids) {
        var names = new LinkedHashMap<MemberId, String>();
        if (!ids.isEmpty()) {
            var list = ids.stream().map(MemberId::toString).collect(Collectors.joining(","));
            members.current(network.value(), list).forEach(row -> names.put(new MemberId(row.member()), row.name()));
        }
        return names;
    }

    /** The memberships of a person, over all networks, oldest first. */
    public List<Membership> membershipsOf(PersonId person) {
        return persons.memberships(person.value()).stream()
                .map(MembershipRow::asMembership)
                .toList();
    }

    /** Who a person is now; somebody unknown is nobody anywhere. */
    public KnownPerson person(PersonId person) {
        var rows = persons.standings(person.value());
        return new KnownPerson(
                rows.stream()
                        .filter(StandingRow::isMembership)
                        .map(StandingRow::asStanding)
                        .sorted(Comparator.comparing(Standing::networkName))
                        .toList(),
                rows.stream().anyMatch(StandingRow::administrator));
    }

    /** Whose membership it is; empty for a member without account. */
    public Optional<PersonId> personOf(MemberId member) {
        return persons.ofMember(member.value()).map(row -> new PersonId(row.person()));
    }

    /** Whether the person can sign in. */
    public boolean isRegistered(PersonId person) {
        return persons.find(person.value()).isPresent();
    }

    /** Administrators of the installation, oldest first. */
    public List<PersonId> administrators() {
        return persons.administrators().stream()
                .map(row -> new PersonId(row.person()))
                .toList();
    }

    /** Blanks the names that are kept of a member whose key was destroyed. */
    public void forget(NetworkId network, MemberId member) {
        members.forget(network.value(), member.value());
    }

    private Page<Member> page(
            NetworkId network,
            MemberFilter filter,
            LocalDate asOf,
            @Nullable String cursor,
            int limit,
            boolean onlyListed) {
        var most = Page.bounded(limit);
        var after = Cursor.texts(cursor, 2).orElse(List.of("", new UUID(0, 0).toString()));
        var status = filter.status();
        var organisation = filter.organisation();
        var rows = members.page(
                network.value(),
                asOf,
                onlyListed,
                filter.text() == null ? null : SortName.patterns(filter.text()),
                status == null ? null : status.name(),
                organisation == null ? null : organisation.toString(),
                after.get(0),
                Cursor.uuid(after.get(1)),
                most + 1);
        return Page.of(rows, most, row -> Cursor.of(row.sortName(), row.member().toString()))
                .map(MemberEntry::asMember);
    }
}
