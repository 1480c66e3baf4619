package org.chuyi.notification;

import java.util.List;
import org.chuyi.database.UntilCommit;

/** The notices of one transaction, written together before its commit. */
final class PendingNotices extends UntilCommit<PendingNotice> {

    private final NoticeWriting writing;

    PendingNotices(NoticeWriting writing) {
        this.writing = writing;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        List<PendingNotice> notices = close();
        if (!notices.isEmpty()) {
            writing.write(notices);
        }
    }
}
