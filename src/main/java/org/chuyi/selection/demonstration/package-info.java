/** The experts of the demonstration mode and how they score. */
@org.springframework.modulith.NamedInterface("demonstration")
package org.chuyi.selection.demonstration;
