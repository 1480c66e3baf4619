package org.chuyi.portal.security;

/**
 * Who may call which route: written down a second time, by hand, so that a line changed by mistake is noticed.
 *
 * <p>task-holders are all but the three administrators.
 */
final class ExpectedRoutes {

    static final String TABLE = """
            GET   /                                                    anybody
            GET   /help                                                anybody
            GET   /sign-in                                             anybody
            GET   /calls                                               anybody
            GET   /calls/{round}                                       anybody
            GET   /calls/{round}/{programme}                           anybody
            GET   /search                                              anybody
            GET   /setup/{token}                                       anybody
            POST  /setup/{token}                                       anybody
            GET   /account                                             signed-in
            GET   /account/password                                    signed-in
            GET   /acting                                              signed-in
            GET   /messages                                            signed-in
            GET   /messages/{id}                                       signed-in
            GET   /messages/bursts/{id}                                signed-in
            GET   /account/notices                                     signed-in
            POST  /account/notices                                     signed-in
            GET   /administration/notices                              SYSTEM_ADMINISTRATOR
            GET   /administration/notices/templates/{template}         SYSTEM_ADMINISTRATOR
            POST  /administration/notices/templates/{template}         SYSTEM_ADMINISTRATOR
            POST  /administration/notices/templates/{template}/preview SYSTEM_ADMINISTRATOR
            POST  /administration/notices/templates/{template}/default SYSTEM_ADMINISTRATOR
            GET   /administration/notices/webhooks                     SYSTEM_ADMINISTRATOR
            POST  /administration/notices/webhooks                     SYSTEM_ADMINISTRATOR
            GET   /administration/notices/webhooks/organisations       SYSTEM_ADMINISTRATOR
            GET   /administration/notices/webhooks/{id}                SYSTEM_ADMINISTRATOR
            POST  /administration/notices/webhooks/{id}                SYSTEM_ADMINISTRATOR
            POST  /administration/notices/webhooks/{id}/secret         SYSTEM_ADMINISTRATOR
            POST  /administration/notices/webhooks/{id}/switch         SYSTEM_ADMINISTRATOR
            POST  /administration/notices/webhooks/{id}/test           SYSTEM_ADMINISTRATOR
            POST  /account/language                                    signed-in
            POST  /account/password                                    signed-in
            POST  /account/tokens                                      signed-in
            POST  /account/tokens/{id}/revoke                          signed-in
            POST  /account/deputies                                    signed-in
            POST  /account/deputies/{id}/revoke                        signed-in
            POST  /administration/deputies/{id}/revoke                 SECURITY_ADMINISTRATOR
            POST  /acting                                              signed-in
            POST  /messages/read                                       signed-in
            POST  /messages/{id}/read                                  signed-in
            GET    /scoring                                             EXPERT
            GET    /scoring/{sheet}                                     EXPERT
            GET    /scoring/{sheet}/form                                EXPERT
            GET    /scoring/{sheet}/draft                               EXPERT
            PUT    /scoring/{sheet}/draft                               EXPERT
            POST   /scoring/{sheet}/submission                          EXPERT
            GET    /scoring/{sheet}/materials/{index}                   EXPERT
            GET    /scoring/{contest}/discussion                        EXPERT
            POST   /scoring/{contest}/discussion                        EXPERT
            GET    /contests/{key}/ranking                              PROVINCIAL_OFFICER PROVINCIAL_LEADER
            POST   /contests/{key}/ranking/export                       PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET   /rounds                                              PROVINCIAL_OFFICER
            GET   /rounds/new                                          PROVINCIAL_OFFICER
            GET   /rounds/{code}                                       PROVINCIAL_OFFICER
            GET   /rounds/{code}/publication                           PROVINCIAL_OFFICER
            POST  /rounds                                              PROVINCIAL_OFFICER
            POST  /rounds/{code}                                       PROVINCIAL_OFFICER
            POST  /rounds/{code}/extension                             PROVINCIAL_OFFICER
            POST  /rounds/{code}/publication                           PROVINCIAL_OFFICER
            GET   /administration/record                               AUDITOR
            GET   /administration/record/{number}                      AUDITOR
            POST  /administration/record/export                        AUDITOR
            POST  /administration/record/verify                        AUDITOR
            GET   /administration/accounts                             SECURITY_ADMINISTRATOR
            GET   /administration/accounts/{login}                     SECURITY_ADMINISTRATOR
            GET   /administration/new-account                          SECURITY_ADMINISTRATOR
            GET   /administration/organisations                        SECURITY_ADMINISTRATOR
            POST  /administration/accounts                             SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/disable             SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/enable              SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/password            SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/posts               SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/posts/revoke        SECURITY_ADMINISTRATOR
            POST  /administration/accounts/{login}/unlock              SECURITY_ADMINISTRATOR
            GET    /work                                                signed-in
            GET    /work/{id}                                           signed-in
            POST   /work/{id}/file                                      signed-in
            GET    /api/v1/work/{id}                                    signed-in
            GET    /inbox                                               task-holders
            GET    /inbox/copies/{businessKey}                          task-holders
            GET    /inbox/figures                                       task-holders
            POST   /inbox/filters                                       task-holders
            POST   /inbox/filters/{id}/delete                           task-holders
            POST   /inbox/filters/{id}/default                          task-holders
            GET    /account/opinions                                    task-holders
            POST   /account/opinions                                    task-holders
            POST   /account/opinions/{id}                               task-holders
            POST   /account/opinions/{id}/delete                        task-holders
            GET    /inbox/opinions                                      task-holders
            POST   /inbox/opinions/{id}/use                             task-holders
            GET    /tasks/{id}/draft                                    task-holders
            PUT    /tasks/{id}/draft                                    task-holders
            POST   /inbox/bulk                                          task-holders
            GET    /inbox/bulk/{id}                                     task-holders
            GET    /inbox/bulk/{id}/form                                task-holders
            GET    /inbox/bulk/{id}/answers                             task-holders
            POST   /inbox/bulk/{id}/answers                             task-holders
            POST   /inbox/bulk/{id}/start                               task-holders
            POST   /api/v1/inbox/bulk                                   task-holders
            GET    /api/v1/inbox/bulk/{id}                              task-holders
            GET    /tasks/{id}                                          task-holders
            GET    /tasks/{id}/form                                     task-holders
            POST   /tasks/{id}/completion                               task-holders
            GET    /administration/inbox-check                          SYSTEM_ADMINISTRATOR
            POST   /administration/inbox-check/repair                   SYSTEM_ADMINISTRATOR
            POST   /tasks/{id}/operations/{operation}                   APPLICANT SCHOOL_LEADER REVIEWER BUREAU_LEADER PROVINCIAL_OFFICER PROVINCIAL_LEADER EXPERT SYSTEM_ADMINISTRATOR
            POST   /cases/{businessKey}/urge                            task-holders
            GET    /administration/processes                            SYSTEM_ADMINISTRATOR
            GET    /administration/processes/instances/{id}             SYSTEM_ADMINISTRATOR
            GET    /administration/processes/instances/{id}/state       SYSTEM_ADMINISTRATOR
            GET    /administration/processes/models/{key}               SYSTEM_ADMINISTRATOR
            GET    /administration/processes/models/{key}/{version}/bpmn SYSTEM_ADMINISTRATOR
            GET    /administration/processes/models/{key}/{version}/state SYSTEM_ADMINISTRATOR
            POST   /administration/processes/incidents/retry            SYSTEM_ADMINISTRATOR
            POST   /administration/processes/incidents/{id}/retry       SYSTEM_ADMINISTRATOR
            GET    /applications                                        APPLICANT SCHOOL_LEADER REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            POST   /applications/export                                 APPLICANT SCHOOL_LEADER REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /applications/new                                    APPLICANT
            POST   /applications                                        APPLICANT
            GET    /applications/{number}                               signed-in
            GET    /applications/{number}/panel                         signed-in
            GET    /applications/{number}/print                         signed-in
            GET    /applications/{number}/process.bpmn                  signed-in
            GET    /applications/{number}/process.json                  signed-in
            GET    /applications/{number}/form                          APPLICANT
            GET    /applications/{number}/form.json                     APPLICANT
            GET    /applications/{number}/draft                         APPLICANT
            PUT    /applications/{number}/draft                         APPLICANT
            POST   /applications/{number}/submission                    APPLICANT
            POST   /applications/{number}/withdrawal                    APPLICANT SCHOOL_LEADER
            GET    /recommendations                                     REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /recommendations/{key}                               REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /recommendations/{key}/panel                         REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            POST   /recommendations/{key}/place                         REVIEWER
            POST   /recommendations/{key}/seal                          REVIEWER
            POST   /recommendations/{key}/summary                       REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /publicity                                           anybody
            GET    /publicity/{round}                                   anybody
            GET    /publicity/{round}/{version}/list.json               anybody
            GET    /publicity/{round}/objection                         anybody
            POST   /publicity/{round}/objection                         anybody
            GET    /objections                                          anybody
            POST   /objections                                          anybody
            GET    /objection-cases/{key}                               PROVINCIAL_OFFICER REVIEWER
            GET    /objection-cases/{key}/panel                         PROVINCIAL_OFFICER REVIEWER
            GET    /objection-cases/{key}/file                          PROVINCIAL_OFFICER
            GET    /results                                             anybody
            GET    /results/{round}                                     anybody
            GET    /results/{round}/results.csv                         anybody
            GET    /results/{round}/results.json                        anybody
            GET    /results/{round}/notice.pdf                          anybody
            GET    /results/{round}/notice.docx                         anybody
            GET    /applications/{number}/decision-letter.pdf           signed-in
            GET    /rounds/{code}/progress                              PROVINCIAL_OFFICER
            GET    /rounds/{code}/progress/panel                        PROVINCIAL_OFFICER
            GET    /contests/{key}                                      PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /contests/{key}/panel                                PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /contests/{key}/countersign-sheet.pdf                PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /contests/{key}/process.bpmn                         PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /contests/{key}/process.json                         PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /suggestions/majors                                  signed-in
            GET    /suggestions/organisations                           signed-in
            GET    /applications/{number}/materials                     signed-in
            DELETE /applications/{number}/materials/{id}                APPLICANT
            GET    /api/v1/applications/{number}/materials              signed-in
            DELETE /api/v1/applications/{number}/materials/{id}         APPLICANT
            POST   /applications/{number}/materials                     APPLICANT
            GET    /materials/{id}                                      signed-in
            GET    /api/v1/applications/{number}/materials/{id}/content signed-in
            POST   /api/v1/applications/{number}/materials/{material}   APPLICANT
            GET    /api                                                 anybody
            GET    /problems/{code}                                     anybody
            GET    /api/v1/me                                           signed-in
            GET    /api/v1/rounds                                       anybody
            GET    /api/v1/rounds/{code}                                anybody
            GET    /api/v1/rounds/{code}/programmes/{programme}         anybody
            GET    /api/v1/applications                                 APPLICANT SCHOOL_LEADER REVIEWER PROVINCIAL_OFFICER PROVINCIAL_LEADER
            POST   /api/v1/applications                                 APPLICANT
            GET    /api/v1/applications/{number}                        signed-in
            GET    /api/v1/applications/{number}/form                   signed-in
            GET    /api/v1/applications/{number}/draft                  APPLICANT SCHOOL_LEADER
            PUT    /api/v1/applications/{number}/draft                  APPLICANT
            POST   /api/v1/applications/{number}/submission             APPLICANT
            POST   /api/v1/applications/{number}/withdrawal             APPLICANT SCHOOL_LEADER
            GET    /api/v1/applications/{number}/history                signed-in
            GET    /api/v1/applications/{number}/versions/{version}     signed-in
            GET    /api/v1/inbox                                        task-holders
            GET    /api/v1/tasks/{id}                                   task-holders
            POST   /api/v1/tasks/{id}/completion                        task-holders
            GET    /api/v1/tasks/{id}/operations                        task-holders
            POST   /api/v1/tasks/{id}/operations/{operation}            APPLICANT SCHOOL_LEADER REVIEWER BUREAU_LEADER PROVINCIAL_OFFICER PROVINCIAL_LEADER EXPERT SYSTEM_ADMINISTRATOR
            POST   /api/v1/cases/{businessKey}/urge                     task-holders
            GET    /api/v1/tasks/{id}/draft                             task-holders
            PUT    /api/v1/tasks/{id}/draft                             task-holders
            GET    /api/v1/inbox/figures                                task-holders
            GET    /api/v1/inbox/filters                                task-holders
            POST   /api/v1/inbox/filters                                task-holders
            PUT    /api/v1/inbox/filters/{id}/sharing                   task-holders
            DELETE /api/v1/inbox/filters/{id}                           task-holders
            GET    /api/v1/inbox/opinions                               task-holders
            POST   /api/v1/inbox/opinions                               task-holders
            PUT    /api/v1/inbox/opinions/{id}                          task-holders
            DELETE /api/v1/inbox/opinions/{id}                          task-holders
            GET    /api/v1/me/deputies                                  signed-in
            POST   /api/v1/me/deputies                                  signed-in
            DELETE /api/v1/me/deputies/{id}                             signed-in
            GET    /api/v1/me/messages                                  signed-in
            PUT    /api/v1/me/messages/{id}/read                        signed-in
            POST   /api/v1/me/messages/read                             signed-in
            GET    /api/v1/me/notice-preferences                        signed-in
            PUT    /api/v1/me/notice-preferences                        signed-in
            GET    /experts                                             PROVINCIAL_OFFICER
            POST   /experts                                             PROVINCIAL_OFFICER
            GET    /experts/new                                         PROVINCIAL_OFFICER
            GET    /experts/people/{login}                              PROVINCIAL_OFFICER
            POST   /experts/people/{login}                              PROVINCIAL_OFFICER
            POST   /experts/people/{login}/deactivation                 PROVINCIAL_OFFICER
            POST   /experts/people/{login}/reactivation                 PROVINCIAL_OFFICER
            POST   /experts/export                                      PROVINCIAL_OFFICER
            GET    /experts/import                                      PROVINCIAL_OFFICER
            POST   /experts/import                                      PROVINCIAL_OFFICER
            GET    /experts/import/template                             PROVINCIAL_OFFICER
            GET    /experts/imports/{id}                                PROVINCIAL_OFFICER
            POST   /experts/imports/{id}/confirmation                   PROVINCIAL_OFFICER
            GET    /experts/employers                                   PROVINCIAL_OFFICER
            GET    /suggestions/contest-applications                    PROVINCIAL_OFFICER PROVINCIAL_LEADER
            GET    /suggestions/objection-applications                  PROVINCIAL_OFFICER
            GET    /suggestions/experts                                 PROVINCIAL_OFFICER
            GET    /contests/{key}/draw                                 PROVINCIAL_OFFICER PROVINCIAL_LEADER AUDITOR
            POST   /contests/{key}/draw/repetition                      PROVINCIAL_OFFICER PROVINCIAL_LEADER AUDITOR
            """;

    private ExpectedRoutes() {}
}
