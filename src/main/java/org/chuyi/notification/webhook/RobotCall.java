package org.chuyi.notification.webhook;

import java.net.URI;
import java.util.Map;

/** One POST to a robot; the body is JSON. */
record RobotCall(URI uri, Map<String, String> headers, String body) {}
