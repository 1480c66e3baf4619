/** What the product changes of the engine itself; the only place that knows the engine's inner classes. */
package org.chuyi.workflow.engine;
