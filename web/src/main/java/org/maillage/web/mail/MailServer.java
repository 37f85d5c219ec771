package org.maillage.web.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends by SMTP (spring.mail.host). */
final class MailServer implements Post {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private final JavaMailSender sender;
    private final String from;

    MailServer(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public boolean send(Letter letter) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.recipient());
        message.setSubject(letter.subject());
        message.setText(letter.body());
        try {
            sender.send(message);
            return true;
        } catch (MailException e) {
            LOG.warn(
                    "a letter was not taken by the mail server ({})",
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
