package org.chuyi.notification.outbox;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds for what is due, makes parcels of it and delivers them: on a thread for each channel, since a
 * slow mail server must hold up neither robots nor other scheduled work. Nobody's decision waits for it or wakes it.
 */
@Component
public class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final long SECONDS_BETWEEN_LOOKS = 5;

    private final Outbox outbox;
    private final List<Courier> couriers;
    private final boolean startsByItself;
    private volatile List<ScheduledExecutorService> threads = List.of();

    Relay(
            Outbox outbox,
            List<Courier> couriers,
            MailServer mailServer,
            @Value("${chuyi.relay:true}") boolean startsByItself) {
        this.outbox = outbox;
        this.couriers = couriers.stream()
                .filter(courier -> courier.channel() != Channel.MAIL || mailServer.isThere())
                .toList();
        this.startsByItself = startsByItself;
    }

    /** Delivers everything that is due. */
    public void empty() {
        couriers.forEach(this::empty);
    }

    private void empty(Courier courier) {
        try {
            while (courier.packNext()) {
                log.debug("Packed for {}", courier.channel());
            }
            while (outbox.deliverNext(courier.channel())) {
                log.debug("One parcel less for {}", courier.channel());
            }
        } catch (RuntimeException failed) {
            log.error("The outbox could not be emptied; the next look tries again", failed);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return startsByItself;
    }

    @Override
    public void start() {
        threads = couriers.stream().map(this::thread).toList();
    }

    private ScheduledExecutorService thread(Courier courier) {
        var thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "relay-" + courier.channel());
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(
                () -> empty(courier), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return thread;
    }

    @Override
    public void stop() {
        List<ScheduledExecutorService> running = threads;
        threads = List.of();
        running.forEach(ScheduledExecutorService::shutdown);
        try {
            for (ScheduledExecutorService each : running) {
                each.awaitTermination(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
