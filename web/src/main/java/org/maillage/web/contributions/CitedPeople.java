package org.maillage.web.contributions;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer;
import org.maillage.web.signin.EmailAddress;
import org.springframework.stereotype.Component;

/** Whoever a claim form names who is no member yet: entered by being cited (rule 1). */
@Component
class CitedPeople {

    private final Commands commands;
    private final Vault vault;

    CitedPeople(Commands commands, Vault vault) {
        this.commands = commands;
        this.vault = vault;
    }

    /**
     * The membership that a reference of a form is of; for somebody new, the one that the form makes for this name and
     * address: whoever is named otherwise, when the form is sent again, is somebody else.
     */
    MemberId member(ClaimForm claim, String person) {
        if (!ClaimForm.isNew(person)) {
            return MemberId.of(person);
        }
        var address = claim.text("email-" + person).toLowerCase(Locale.ROOT);
        // Only this installation can tell the name from the id, which stays when the name is erased.
        var who = vault.match(plain(name(claim, person)) + "\n" + address);
        return new MemberId(FormKey.of(claim.text("key")).id("member " + person + " " + who));
    }

    /** References of a form to those who are no members yet. */
    static List<String> references(ClaimForm claim) {
        return claim.people().stream().filter(ClaimForm::isNew).toList();
    }

    /** The name that was typed for somebody. */
    static String name(ClaimForm claim, String person) {
        return claim.text("name-" + person);
    }

    /** Enters each of them. */
    void enter(ClaimForm claim, ContributionId contribution, Viewer viewer, Standing standing) {
        var ids = FormKey.of(claim.text("key"));
        for (var person : references(claim)) {
            var member = member(claim, person);
            var enter = new Enter(
                    member, standing.network(), standing.member(), Origin.CITED, name(claim, person), contribution);
            commands.run(viewer, new FormKey(ids.id("enter " + member)), enter);
        }
    }

    /** Addresses that were typed for them, by membership; only those that were written. */
    Map<MemberId, EmailAddress> addresses(ClaimForm claim) {
        var addresses = new HashMap<MemberId, EmailAddress>();
        for (var person : references(claim)) {
            EmailAddress.read(claim.text("email-" + person))
                    .ifPresent(address -> addresses.put(member(claim, person), address));
        }
        return addresses;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }
}
