package org.chuyi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program on a real PostgreSQL and the real engine, on a free port; shared by all tests that carry this
 * annotation unchanged. Tests make their own data and do not rely on tables being empty. Jobs run only when a test says
 * so ({@link Time.MovableClock#moveTo}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({Time.class, People.class, TestRounds.class, Walk.class, CountedWork.class, BulkTrial.class})
public @interface IntegrationTest {}
