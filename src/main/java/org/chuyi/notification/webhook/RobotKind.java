package org.chuyi.notification.webhook;

/** Whose chat a robot stands in; each wants a message and a signature of its own form. The names are stored. */
public enum RobotKind {
    /** 企业微信; its address alone lets write there. */
    WECOM(false, false),
    /** 钉钉, with 加签. */
    DINGTALK(true, true),
    /** 飞书, with 签名校验. */
    FEISHU(true, true),
    /** An organisation's own gateway, in the form that src/docs/webhooks.md describes. */
    PLAIN(true, false);

    private final boolean signed;
    private final boolean bringsItsSecret;

    RobotKind(boolean signed, boolean bringsItsSecret) {
        this.signed = signed;
        this.bringsItsSecret = bringsItsSecret;
    }

    public boolean isSigned() {
        return signed;
    }

    /** The chat makes the secret and the administrator types it; otherwise we make it. */
    public boolean bringsItsSecret() {
        return bringsItsSecret;
    }
}
