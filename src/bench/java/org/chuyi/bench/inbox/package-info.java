/** A reviewer's lists over ten thousand to a million open tasks, beside the engine's task query. */
package org.chuyi.bench.inbox;
