package org.chuyi.application;

/** The school has withdrawn an application; published in its transaction, which holds the application's lock. */
public record ApplicationWithdrawn(ApplicationNumber number) {}
