package org.chuyi.application;

import org.chuyi.programme.ProgrammeCode;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.stereotype.Component;

/** The application form: of an application as it was when its process began, of a programme as it is today. */
@Component
class ApplicationForms {

    private final TaskForms forms;

    ApplicationForms(TaskForms forms) {
        this.forms = forms;
    }

    FormSchema of(ProjectApplication application) {
        return forms.formOfCase(application.number().value(), formId(application.programmeCode()));
    }

    FormSchema latest(ProgrammeCode programme) {
        return forms.latest(SchoolApplicationProcess.KEY, formId(programme));
    }

    private static String formId(ProgrammeCode programme) {
        return "application-" + programme.value();
    }
}
