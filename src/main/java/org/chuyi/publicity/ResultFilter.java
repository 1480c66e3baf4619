package org.chuyi.publicity;

import java.util.Optional;

/**
 * Which announced results, from where on.
 *
 * @param programme its code
 * @param text part of the school's name
 * @param after the number of the page's predecessor
 */
public record ResultFilter(
        Optional<String> programme, Optional<String> city, Optional<String> text, Optional<String> after, int size) {}
