package org.chuyi.workflow;

import java.util.Locale;
import java.util.Map;

/** Implemented by the module that knows what the inbox's codes stand for. */
public interface CaseNames {

    /** Code of each category (programme) and its name, in the order in which a list offers them. */
    Map<String, String> categories(Locale locale);

    /** Code of each occasion (round) and its name, newest first. */
    Map<String, String> occasions(Locale locale);
}
