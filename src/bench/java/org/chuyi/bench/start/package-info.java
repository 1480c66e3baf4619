/** How long the program takes to start, beside a bare application. */
package org.chuyi.bench.start;
