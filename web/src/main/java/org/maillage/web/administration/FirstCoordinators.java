package org.maillage.web.administration;

import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Component;

/** Gives a network the first coordinator who has an account; the ledger tests that it has none (rule 3). */
@Component
class FirstCoordinators {

    private final Commands commands;

    FirstCoordinators(Commands commands) {
        this.commands = commands;
    }

    /** The administrator takes part in it, called so, and coordinates it. */
    void become(Viewer viewer, FormKey form, NetworkId network, String name) {
        var member = new MemberId(form.id("founder"));
        commands.administer(
                viewer, new FormKey(form.id("join")), new Join(member, network, viewer.person(), Via.FOUNDING, name));
        appoint(viewer, form, network, member);
    }

    /** Somebody coordinates it; each member's appointment is a command of its own. */
    void appoint(Viewer viewer, FormKey form, NetworkId network, MemberId member) {
        commands.administer(
                viewer, new FormKey(form.id("appoint " + member)), new AppointCoordinator(network, member, null));
    }
}
