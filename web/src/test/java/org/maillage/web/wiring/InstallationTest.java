package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    private Installation started(String administrator) {
        var installation = new Installation(
                folder.resolve("data"), "", "", "", administrator, "maillage@localhost", "", true, 4, "");
        installation.keepWhatItIs();
        return installation;
    }

    @Test
    void a_folder_that_nobody_was_named_for_is_the_demonstration_s() {
        assertThat(started("").demonstration()).isTrue();
        assertThat(started("").demonstration()).isTrue();
    }

    /** Its mailbox would show everybody the administrator's link. */
    @Test
    void a_real_installation_never_becomes_the_demonstration() {
        assertThat(started("ada@maillage.example").demonstration()).isFalse();
        assertThat(started("").demonstration()).isFalse();
    }
}
