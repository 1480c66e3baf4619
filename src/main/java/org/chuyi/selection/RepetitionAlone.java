package org.chuyi.selection;

import org.springframework.context.annotation.Import;

/** The repetition of draws and what it reads from: for the command, which starts nothing else. No configuration of the program. */
@Import({DrawRepetition.class, ExpertDraws.class})
public final class RepetitionAlone {}
