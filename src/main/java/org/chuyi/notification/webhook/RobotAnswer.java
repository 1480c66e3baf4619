package org.chuyi.notification.webhook;

/** @param beginning of its text, no longer than anything that a robot has to say */
record RobotAnswer(int status, String beginning) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
