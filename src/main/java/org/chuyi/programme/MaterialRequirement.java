package org.chuyi.programme;

import java.util.Optional;
import java.util.Set;

/**
 * 申报材料: a document that an application must, or may, contain.
 *
 * @param types file types by their extension: pdf, docx, xlsx, jpg, png
 * @param blind made to be read by experts who judge without names; the only files that they are then shown
 */
public record MaterialRequirement(
        String code,
        BilingualText names,
        Optional<BilingualText> hint,
        boolean required,
        Set<String> types,
        int maximumFiles,
        boolean blind) {}
