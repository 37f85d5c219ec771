package org.maillage.web.mail;

import org.maillage.web.wiring.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** How letters are sent here: by the mail server that is configured, else into the demonstration's mailbox. */
@Configuration(proxyBeanMethods = false)
class MailWiring {

    private static final Logger LOG = LoggerFactory.getLogger(MailWiring.class);

    @Bean
    Post post(ObjectProvider<JavaMailSender> sender, Installation installation, JdbcClient jdbc) {
        var server = sender.getIfAvailable();
        if (server != null) {
            return new MailServer(server, installation.mailFrom());
        }
        return installation.demonstration() ? new Mailbox(jdbc) : MailWiring::unsent;
    }

    private static boolean unsent(Letter letter) {
        LOG.warn("a {} was not sent: there is no mail server (SPRING_MAIL_HOST)", letter);
        return false;
    }
}
