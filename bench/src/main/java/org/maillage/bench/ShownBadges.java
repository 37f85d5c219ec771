package org.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Role;
import org.maillage.web.MaillageApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program on a port of its own, with a network whose members each show one badge. */
final class ShownBadges implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final ConfigurableApplicationContext program;
    private final Ledger ledger;
    private final Badges badges;
    private final NetworkId network = NetworkId.next();
    private final BadgeDefinitionId definition = BadgeDefinitionId.next();
    private final MemberId coordinator;
    private long position;

    ShownBadges() {
        try {
            folder = Files.createTempDirectory("maillage");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        program = new SpringApplicationBuilder(MaillageApplication.class)
                .run("--server.port=0", "--maillage.data=" + folder, "--maillage.demonstrate=false");
        ledger = program.getBean(Ledger.class);
        badges = program.getBean(Badges.class);
        execute(new Create(network, "Val d’Arcelle", null, ZoneId.of("Europe/Paris"), Set.of(), null, null));
        coordinator = join("Claire");
        execute(new AppointCoordinator(network, coordinator, null));
        execute(new Define(definition, network, coordinator, content(), null));
    }

    int port() {
        return Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** So many badges that members show; returns the paths of their pages. */
    List<String> show(int count) {
        var awards = new ArrayList<AwardId>();
        for (var number = 0; number < count; number++) {
            var member = join("Membre " + number);
            var award = AwardId.of(definition, member);
            execute(new AwardByHand(definition, network, member, coordinator, "Vu à l’œuvre.", null, false));
            execute(new Accept(award, network, member));
            execute(new Publish(award, network, member));
            awards.add(award);
        }
        if (!badges.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("badges do not follow");
        }
        return badges.awards().of(awards).stream().map(ShownBadges::page).toList();
    }

    private static String page(Award award) {
        if (!award.shown()) {
            throw new IllegalStateException("a badge is not shown");
        }
        return "/b/" + award.code().shown();
    }

    private MemberId join(String name) {
        var person = PersonId.next();
        var member = MemberId.next();
        execute(new RegisterPerson(person));
        execute(new Join(member, network, person, Via.FOUNDING, name));
        return member;
    }

    private static BadgeContent content() {
        var text = new BadgeText(
                "Animer, pratique suivie",
                "Des ateliers qui reviennent, où des gens reviennent.",
                "Douze ateliers animés, sur six mois au moins, confirmés par trois personnes.");
        return new BadgeContent(
                Role.LEAD, BadgeStep.PRACTICE, new BadgeTexts(text, text), new BadgeRule.ByHand(), List.of(), null);
    }

    private void execute(LedgerCommand command) {
        position = ledger.execute(
                        command, Origin.of(Actor.SYSTEM, Clock.systemUTC().instant()))
                .position();
    }

    @Override
    public void close() {
        program.close();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
