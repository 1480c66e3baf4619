/**
 * Measurements: classes named {@code *Bench}, run by {@code mvn -Pbench verify}. Each writes a {@link
 * org.chuyi.bench.BenchReport} to {@code target/bench}. Sizes are system properties ({@code -Dbench.applications=500}).
 */
package org.chuyi.bench;
