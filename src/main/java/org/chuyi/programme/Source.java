package org.chuyi.programme;

/** Where a figure or a rule comes from. */
public enum Source {
    /** 湘教通〔2022〕10号. */
    NOTICE,
    /** The published "楚怡" action plan, where the notice's text lost the figure. */
    PLAN,
    /** Fixed anew by each round's call. */
    ROUND
}
