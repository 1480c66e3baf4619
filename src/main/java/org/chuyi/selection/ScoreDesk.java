package org.chuyi.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.Rounds;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 专家评审: an expert's contests and sheets. */
@Service
@Transactional(readOnly = true)
public class ScoreDesk {

    private final ScoreSheets sheets;
    private final Contests contests;
    private final ScoreForms forms;
    private final ScoreDiscussions discussions;
    private final OpenTasks tasks;
    private final Rounds rounds;

    ScoreDesk(
            ScoreSheets sheets,
            Contests contests,
            ScoreForms forms,
            ScoreDiscussions discussions,
            OpenTasks tasks,
            Rounds rounds) {
        this.sheets = sheets;
        this.contests = contests;
        this.forms = forms;
        this.discussions = discussions;
        this.tasks = tasks;
        this.rounds = rounds;
    }

    /**
     * @param task hers, while it is open
     * @param sheets in the order of their codes
     * @param discussion whether there is a discussion for her to look at
     */
    public record Panel(
            ContestKey contest,
            BilingualText title,
            BilingualText track,
            BilingualText round,
            boolean blind,
            Contest.State state,
            Optional<InboxTask> task,
            List<ScoreSheet> sheets,
            boolean discussion) {

        public long done() {
            return sheets.stream()
                    .filter(sheet ->
                            sheet.state() == ScoreSheet.State.SUBMITTED || sheet.state() == ScoreSheet.State.LOCKED)
                    .count();
        }

        public long needed() {
            return sheets.stream()
                    .filter(sheet -> sheet.state() != ScoreSheet.State.CLOSED)
                    .count();
        }

        public boolean complete() {
            return sheets.stream().noneMatch(ScoreSheet::isOpen);
        }

        public Optional<ScoreSheet> next() {
            return sheets.stream().filter(ScoreSheet::isOpen).findFirst();
        }

        /** The last day on which she can finish. */
        public Optional<LocalDate> lastDay() {
            return task.flatMap(InboxTask::dueAt).map(WorkCalendar::lastDayBefore);
        }
    }

    public List<Panel> of(Actor expert) {
        return sheets.contestsOf(expert.account()).stream()
                .map(contest -> panel(contest, expert))
                .toList();
    }

    /** The panel of a sheet, to move from one to the next. */
    public Panel panel(ContestKey key, Actor expert) {
        Programme programme = forms.programme(key);
        return new Panel(
                key,
                programme.names(),
                programme.number().tracks().stream()
                        .filter(track -> track.code().equals(key.track()))
                        .findFirst()
                        .map(track -> track.names())
                        .orElse(BilingualText.EMPTY),
                rounds.byCode(key.round()).map(Round::title).orElse(BilingualText.EMPTY),
                programme.blind(),
                contests.get(key).state(),
                task(key, ContestProcess.SCORE_APPLICATIONS, expert),
                sheets.of(key, expert.account()),
                discussions.isOpen(key)
                        || task(key, ContestProcess.LEAD_DISCUSSION, expert).isPresent());
    }

    private Optional<InboxTask> task(ContestKey contest, String key, Actor expert) {
        return tasks.of(contest.toString(), key).stream()
                .filter(task -> task.isOfferedTo(expert))
                .findFirst();
    }
}
