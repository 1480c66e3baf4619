package org.chuyi;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Chuyi 楚怡: application and approval of a province's vocational-education programmes. */
@SpringBootApplication
@EnableScheduling
public class ChuyiApplication {

    /** The time of every deadline, date and clock that a person sees. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        if (VerifyRecord.isAskedFor(arguments)) {
            System.exit(VerifyRecord.run(arguments));
        }
        if (RepeatDraw.isAskedFor(arguments)) {
            System.exit(RepeatDraw.run(arguments));
        }
        SpringApplication.run(ChuyiApplication.class, arguments);
    }

    /** The only source of "now"; tests put a movable one in its place. */
    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
