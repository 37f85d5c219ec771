package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.member.MemberCommand.AppointAdministrator;
import org.maillage.ledger.value.NetworkId;

/** The whole history of the thirteen networks as commands: it follows from seed, day and scale alone. */
final class Story {

    private static final int CLAIMS = 10_000;
    private static final int CLAIMS_OF_THE_PARENT = 60;

    private final Ids ids;
    private final Milestones days;
    private final Scale scale;
    private final Texts texts = new Texts();

    Story(Ids ids, Milestones days, Scale scale) {
        this.ids = ids;
        this.days = days;
        this.scale = scale;
    }

    Milestones days() {
        return days;
    }

    /** The commands, a list for each month and network, in the order in which they are to be given. */
    List<List<Step>> months() {
        var regions = regions();
        var parent = parent(regions);
        var scripts = new ArrayList<Script>();
        scripts.add(script(parent, null, scale.of(CLAIMS_OF_THE_PARENT)));
        var members = Region.TWELVE.stream().mapToInt(Region::members).sum();
        for (var society : regions) {
            var claims = scale.of(CLAIMS * society.region().members() / members);
            scripts.add(script(society, parent.terrain().network(), claims));
        }
        return byMonth(scripts);
    }

    /** The twelve regional networks with their people. */
    List<Society> regions() {
        var roster = new Roster(ids, days, scale);
        return Region.TWELVE.stream()
                .map(region -> Terrain.of(region, ids))
                .map(terrain -> new Society(terrain, roster.of(terrain)))
                .toList();
    }

    private Society parent(List<Society> regions) {
        var terrain = Terrain.of(Region.PARENT, ids);
        var people = regions.stream().map(Society::people).toList();
        return new Society(terrain, new Roster(ids, days, scale).ofParent(terrain, people));
    }

    private Script script(Society society, @Nullable NetworkId parent, int claims) {
        var script = new Script(days.end());
        new Founding(society, days, script).tell(parent);
        new Arrivals(society, days, ids, script).tell();
        if (parent == null) {
            var administrator = society.people().getFirst().person();
            script.add(at(days.start(), 8, 40), "administrator", new AppointAdministrator(administrator));
        }
        var chronicle = new Chronicle();
        var ends = new Ends(society, script, texts, chronicle);
        var book = new DayBook(days);
        var gifts = new Gifts(society, days, ids, texts, script, chronicle);
        if (society.region().number() == 1) {
            var portrait = new Portrait(society, days, ids, texts, book, ends);
            portrait.tell();
            portrait.gifts(gifts);
            new QueueScenes(society, days, ids, script).tell();
        }
        new Claims(society, days, ids, texts, book, ends).tell(claims);
        new WithoutAccount(society, days, ids, texts, script, ends).tell();
        new Entrustments(society, days, ids, script).tell();
        gifts.tell();
        return script;
    }

    private static List<List<Step>> byMonth(List<Script> scripts) {
        var months = new TreeMap<YearMonth, List<List<Step>>>();
        for (var script : scripts) {
            var mine = new TreeMap<YearMonth, List<Step>>();
            for (var step : script.inOrder()) {
                var month = YearMonth.from(step.at().atZone(Milestones.PARIS));
                mine.computeIfAbsent(month, _ -> new ArrayList<>()).add(step);
            }
            mine.forEach((month, steps) ->
                    months.computeIfAbsent(month, _ -> new ArrayList<>()).add(steps));
        }
        return months.values().stream().flatMap(List::stream).toList();
    }
}
