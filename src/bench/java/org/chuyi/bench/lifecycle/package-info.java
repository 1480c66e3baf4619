/** One case from its beginning to the province's decision: bare engines, plain SQL, the product inside and over HTTP. */
package org.chuyi.bench.lifecycle;
