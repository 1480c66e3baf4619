package org.chuyi.organisation;

/** What a signed-in person may do has shrunk, or her password is another: her sessions end when this is committed. */
public record AccessWithdrawn(String login) {}
