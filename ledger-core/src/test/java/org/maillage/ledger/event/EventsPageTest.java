package org.maillage.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    private static final Path PAGE = Path.of("../docs/EVENTS.md");

    @Test
    void the_page_of_events_is_what_the_event_records_say() throws IOException {
        var generated = EventsPage.write();
        if (Boolean.getBoolean("maillage.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, generated);
        }

        assertThat(PAGE).as("write it: %s", EventsPage.COMMAND).exists();
        assertThat(generated)
                .as("docs/EVENTS.md is not up to date: %s", EventsPage.COMMAND)
                .isEqualTo(Files.readString(PAGE));
        assertThat(EventJson.names())
                .hasSizeGreaterThan(35)
                .allSatisfy(name -> assertThat(generated).contains("`" + name + "`"));
    }
}
