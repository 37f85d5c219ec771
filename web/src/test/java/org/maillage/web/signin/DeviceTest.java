package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0 | FIREFOX ANDROID",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Mobile"
                        + " Safari/537.36 | CHROME ANDROID",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1"
                        + " | SAFARI IPHONE",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/138.0 Safari/537.36 Edg/138.0 | EDGE WINDOWS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1 Version/19.0 Safari/605.1 | SAFARI MAC",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | FIREFOX LINUX",
                "curl/8.14 | OTHER OTHER"
            })
    void a_browser_is_known_by_what_it_says_of_itself_and_kept_as_two_words(String userAgent, String kept) {
        assertThat(Device.of(userAgent)).hasToString(kept);
        assertThat(Device.read(kept)).isEqualTo(Device.of(userAgent));
    }

    @Test
    void what_says_nothing_or_was_kept_otherwise_is_of_no_known_kind() {
        assertThat(Device.of(null)).hasToString("OTHER OTHER");
        assertThat(Device.read(null)).hasToString("OTHER OTHER");
        assertThat(Device.read("FIREFOX")).hasToString("OTHER OTHER");
        assertThat(Device.read("FIREFOX MOON")).hasToString("OTHER OTHER");
    }
}
