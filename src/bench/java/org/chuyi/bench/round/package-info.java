/** A whole selection round for measurements: prepared in bulk, held by the product. */
package org.chuyi.bench.round;
