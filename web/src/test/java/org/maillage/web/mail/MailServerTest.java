package org.maillage.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@RunningProgram
class MailServerTest {

    @Autowired
    Environment environment;

    @Test
    void a_server_that_is_away_takes_no_letter_and_says_so() throws IOException {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        // A port that is taken and not listened at: nobody else comes to answer there.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            sender.setPort(taken.getLocalPort());
            var server = new MailServer(sender, "maillage@localhost");

            assertThat(server.send(new Letter("rosa@exemple.fr", "Bonjour", "Une lettre")))
                    .isFalse();
            assertThat(server.send(new Letter("pas une adresse", "Bonjour", "Une lettre")))
                    .isFalse();
        }
    }

    @Test
    void nobody_waits_longer_than_ten_seconds_for_a_server() {
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            assertThat(environment.getProperty("spring.mail.properties.mail.smtp." + wait))
                    .as(wait)
                    .isEqualTo("10000");
        }
    }
}
