package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Reason;

class BundlesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)+\\.?)\"");
    private static final Pattern COMPOSED = Pattern.compile("'([a-z][A-Za-z]*\\.[A-Za-z.]*)'");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        var french = keys(Locale.FRENCH);
        assertThat(french).hasSizeGreaterThan(300);
        assertThat(keys(Locale.ENGLISH)).isEqualTo(french);
    }

    @Test
    void every_key_that_a_template_or_a_class_names_is_there() throws IOException {
        var known = keys(Locale.FRENCH);
        var named = new TreeSet<String>();
        for (var text : templates()) {
            IN_TEMPLATE.matcher(text).results().map(found -> found.group(1)).forEach(named::add);
        }
        assertThat(named).hasSizeGreaterThan(100).isSubsetOf(known);
    }

    @Test
    void no_key_is_there_for_nothing() throws IOException {
        var exact = new TreeSet<String>();
        var beginnings = new TreeSet<String>();
        for (var text : templates()) {
            IN_TEMPLATE.matcher(text).results().map(found -> found.group(1)).forEach(exact::add);
            COMPOSED.matcher(text).results().map(found -> found.group(1)).forEach(beginnings::add);
        }
        for (var text : sources()) {
            IN_JAVA.matcher(text).results().map(found -> found.group(1)).forEach(key -> {
                exact.add(key);
                beginnings.add(key.endsWith(".") ? key : key + ".");
            });
        }
        beginnings.addAll(Set.of("kind.", "refusal.", "contributions.done.", "frame.", "api."));
        assertThat(keys(Locale.FRENCH).stream()
                        .filter(key -> !exact.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void every_reason_is_said_in_both_languages_with_the_next_step() throws IOException {
        assertThat(Reason.values()).hasSizeGreaterThan(70);
        for (var language : Languages.ALL) {
            var texts = read(language);
            for (var reason : Reason.values()) {
                var text = texts.getProperty("refusal." + reason.name(), "");
                assertThat(text.split(" \\| ", -1))
                        .as("%s %s", language, reason)
                        .hasSize(2)
                        .allSatisfy(part -> assertThat(part).hasSizeGreaterThan(8));
                assertThat(text).doesNotContainIgnoringCase("rejeté").doesNotContain("classement", "score", "points");
            }
        }
    }

    @Test
    void every_text_is_a_message_that_can_be_read() throws IOException {
        for (var language : Languages.ALL) {
            var texts = read(language);
            assertThat(texts).isNotEmpty();
            for (var key : texts.stringPropertyNames()) {
                var text = texts.getProperty(key);
                assertThat(text).as(key).isNotBlank();
                if (text.contains("{0")) {
                    assertThat(new MessageFormat(text, language).toPattern())
                            .as(key)
                            .isNotEmpty();
                    assertThat(text)
                            .as("%s: an apostrophe would hide what follows", key)
                            .doesNotContainPattern("(?<!')'(?![a-zA-Z]*'|')");
                }
            }
        }
    }

    @Test
    void no_template_says_anything_that_no_bundle_holds() throws IOException {
        var offenders = new ArrayList<String>();
        for (var path : files("resources/templates", ".html")) {
            // The languages' own names are the same in every language.
            var text = Files.readString(path)
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("(?s)<button[^>]*\\blang=.*?</button>", "")
                    // Commands are the same in every language.
                    .replaceAll("(?s)<(pre|code)\\b.*?</\\1>", "");
            // What stands between the tags of an element with th:text or th:utext is an example for whoever reads it.
            var withoutExamples = text.replaceAll("(?s)(<[a-z][a-z0-9:]*\\b[^>]*\\bth:u?text=[^>]*>)[^<]*", "$1");
            TEXT.matcher(withoutExamples)
                    .results()
                    .map(found -> found.group(1).strip())
                    .filter(said -> !said.equals("Maillage") && !said.startsWith("/"))
                    .forEach(said -> offenders.add(path.getFileName() + ": " + said));
        }
        assertThat(offenders).isEmpty();
    }

    private static Set<String> keys(Locale language) throws IOException {
        return new TreeSet<>(read(language).stringPropertyNames());
    }

    // The texts of the API's problems are held to their reasons by the API's own tests.
    private static Properties read(Locale language) throws IOException {
        var all = new Properties();
        for (var path : files("resources/messages", "_" + language.getLanguage() + ".properties")) {
            if (path.getFileName().toString().startsWith("problem_")) {
                continue;
            }
            try (var reader = Files.newBufferedReader(path)) {
                all.load(reader);
            }
        }
        return all;
    }

    private static List<String> templates() throws IOException {
        return texts(files("resources/templates", ".html"));
    }

    private static List<String> sources() throws IOException {
        return texts(files("java", ".java"));
    }

    private static List<String> texts(List<Path> paths) throws IOException {
        var texts = new ArrayList<String>();
        for (var path : paths) {
            texts.add(Files.readString(path));
        }
        return texts;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var paths = Files.walk(MAIN.resolve(folder))) {
            return paths.filter(path -> path.toString().endsWith(ending)).collect(Collectors.toList());
        }
    }
}
