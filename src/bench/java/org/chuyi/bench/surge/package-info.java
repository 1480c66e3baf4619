/** The last minutes of a window: hundreds of people at once. */
package org.chuyi.bench.surge;
