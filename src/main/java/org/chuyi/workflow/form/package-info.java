/** The forms of tasks: reads {@code .form} files (form-js) and checks answers against them on the server. */
@org.springframework.modulith.NamedInterface("form")
package org.chuyi.workflow.form;
