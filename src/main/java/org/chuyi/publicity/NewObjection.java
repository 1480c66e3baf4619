package org.chuyi.publicity;

import java.util.Optional;

/** An objection as somebody wants to raise it. */
public record NewObjection(
        Objection.Kind kind, String about, String grounds, Objector objector, Optional<Objection.StampedFile> file) {}
