/** Example answers, files and filings of the demonstration mode. */
@org.springframework.modulith.NamedInterface("demonstration")
package org.chuyi.application.demonstration;
