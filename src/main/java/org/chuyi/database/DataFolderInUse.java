package org.chuyi.database;

import java.nio.file.Path;

/** A second start on a data folder that a running program holds. */
public final class DataFolderInUse extends RuntimeException {
    DataFolderInUse(Path folder) {
        super("数据目录 %s 正被另一个楚怡进程使用 (the data folder is in use by another running Chuyi)."
                .formatted(folder.toAbsolutePath().normalize()));
    }
}
