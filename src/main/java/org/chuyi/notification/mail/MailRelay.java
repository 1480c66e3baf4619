package org.chuyi.notification.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Empties the outbox: at once after a commit that put something in, and every few seconds for what a crash left behind.
 * On a thread of its own, since a slow mail server must not hold up other scheduled work.
 */
@Component
public class MailRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailRelay.class);
    private static final long SECONDS_BETWEEN_LOOKS = 10;

    private final Outbox outbox;
    private final boolean mailServer;
    private volatile ScheduledExecutorService thread;

    MailRelay(Outbox outbox, @Value("${spring.mail.host:}") String mailHost) {
        this.outbox = outbox;
        this.mailServer = !mailHost.isBlank();
    }

    public boolean hasMailServer() {
        return mailServer;
    }

    public void nudgeAfterCommit() {
        boolean nudged =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Nudge.class::isInstance);
        if (!nudged) {
            TransactionSynchronizationManager.registerSynchronization(new Nudge());
        }
    }

    /** Posts everything that waits. */
    public void empty() {
        try {
            while (outbox.postNext()) {
                log.debug("One mail less in the outbox");
            }
        } catch (RuntimeException failed) {
            log.error("The outbox could not be emptied; the next look tries again", failed);
        }
    }

    @Override
    public void start() {
        if (mailServer) {
            thread = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread daemon = new Thread(work, "mail-relay");
                daemon.setDaemon(true);
                return daemon;
            });
            thread.scheduleWithFixedDelay(this::empty, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private final class Nudge implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            ScheduledExecutorService running = thread;
            if (running == null) {
                return;
            }
            try {
                running.execute(MailRelay.this::empty);
            } catch (RejectedExecutionException stopping) {
                log.debug("Shutting down; the mail is posted after the next start");
            }
        }
    }
}
