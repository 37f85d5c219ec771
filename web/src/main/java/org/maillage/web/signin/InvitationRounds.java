package org.maillage.web.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.maillage.web.mail.Rounds;
import org.springframework.stereotype.Component;

/** Sends the letters of invitations behind the running program: at once when one is kept, and when one is due again. */
@Component
class InvitationRounds extends Rounds {

    private static final Duration REST = Duration.ofSeconds(5);

    private final InvitationLetters letters;
    private final Semaphore kept = new Semaphore(0);

    InvitationRounds(InvitationLetters letters) {
        super("letters of invitations", REST);
        this.letters = letters;
    }

    /** Says that a letter was kept. */
    @Override
    protected void wake() {
        kept.release();
    }

    @Override
    protected void round() throws InterruptedException {
        var more = true;
        while (more && !isStopping()) {
            more = letters.send();
        }
        if (kept.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            kept.drainPermits();
        }
    }
}
