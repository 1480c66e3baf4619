package org.chuyi.programme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;

/** The window's end put later, as it is typed. */
record ExtensionForm(
        @NotNull(message = "{programme.round.problem.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate closesOn,

        @NotBlank(message = "{programme.round.problem.missing}")
        @Size(max = 200, message = "{programme.round.problem.tooLong}")
        String reason) {}
