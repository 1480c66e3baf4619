package org.chuyi.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the pool keeps of an expert besides account and employer; checked. */
record ExpertFacts(
        String title, List<String> majors, Optional<LocalDate> availableFrom, Optional<LocalDate> availableTo) {}
