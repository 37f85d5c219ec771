package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.demo.Participant.Profile;

/** How people come, sign the charter, say where they belong, and leave. */
final class Arrivals {

    private final Society society;
    private final Milestones days;
    private final Ids ids;
    private final Script script;
    private final NetworkId network;

    Arrivals(Society society, Milestones days, Ids ids, Script script) {
        this.society = society;
        this.days = days;
        this.ids = ids;
        this.script = script;
        this.network = society.terrain().network();
    }

    void tell() {
        for (var participant : society.people()) {
            var key = society.region().key() + "/member/" + participant.number();
            var dice = ids.dice("arrival/" + key);
            arrive(participant, key, dice);
            if (participant.hasAccount()) {
                sign(participant, key, dice);
            }
            if (participant.organisation() != null) {
                script.add(
                        at(signing(participant), 11, 0),
                        key + "/organisation",
                        new ChangeOrganisation(participant.member(), network, participant.organisation()));
            }
            if (participant.leaves() != null) {
                script.add(at(participant.leaves(), 12, 0), key + "/leave", new Leave(participant.member(), network));
            }
        }
    }

    private void arrive(Participant who, String key, Dice dice) {
        switch (who.entry()) {
            case FOUNDER -> join(who, key, who.since(), Via.FOUNDING);
            case INVITED_JOINED -> {
                var earlier = who.since().minusDays(dice.between(1, 9));
                invite(who, key, earlier.isBefore(days.start()) ? days.start() : earlier);
                join(who, key, who.since(), Via.INVITATION);
            }
            case INVITED -> invite(who, key, who.since());
            case ENTERED -> enter(who, key, dice);
            case TAKEN_OVER -> {
                enter(who, key, dice);
                join(who, key, who.since().plusDays(1), dice.percent(50) ? Via.CODE : Via.LINK);
            }
            case CITED -> {}
        }
    }

    private void invite(Participant who, String key, LocalDate day) {
        var by = society.coordinators().getFirst().member();
        script.add(at(day, 9, 30), key + "/invite", new Invite(who.member(), network, by, who.name(), who.email()));
    }

    private void enter(Participant who, String key, Dice dice) {
        var by = dice.pick(society.coordinators()).member();
        script.add(
                at(who.since(), 9, 30),
                key + "/enter",
                new Enter(who.member(), network, by, Origin.COORDINATOR, who.name(), null));
    }

    private void join(Participant who, String key, LocalDate day, Via via) {
        var hour = via == Via.FOUNDING ? 8 : 10;
        script.add(at(day, hour, 30), key + "/person", new RegisterPerson(who.person()));
        script.add(
                at(day, hour, 30), key + "/join", new Join(who.member(), network, who.person(), via, nameOf(who, via)));
    }

    /** Who founds says their name; whoever was invited or entered has one. */
    private static @Nullable String nameOf(Participant who, Via via) {
        return via == Via.FOUNDING ? who.name() : null;
    }

    /** Everybody who contributes often signs; of the others most do. */
    private void sign(Participant who, String key, Dice dice) {
        var day = signing(who);
        var second = days.secondCharter(society.region());
        var version = society.region().isParent() || !day.isAfter(second) ? 1 : 2;
        if (who.profile() != Profile.MEMBER || dice.percent(65)) {
            script.add(at(day, 10, 45), key + "/sign", new SignCharter(who.member(), network, version));
        }
        var again = second.plusDays(dice.between(1, 60));
        var stays = who.leaves() == null || again.isBefore(who.leaves());
        if (version == 1 && !society.region().isParent() && stays && dice.percent(55)) {
            script.add(at(again, 10, 45), key + "/sign/2", new SignCharter(who.member(), network, 2));
        }
    }

    private static LocalDate signing(Participant who) {
        return who.since().plusDays(1);
    }
}
