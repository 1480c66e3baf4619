package org.chuyi.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 批次: opens programmes for a window, with its numbers, quotas and limits. Changed through {@link Rounds} alone. */
public final class Round {

    private final RoundCode code;
    private final int version;
    private RoundContent content;
    private RoundState state;
    private final List<WindowMove> moves;

    /**
     * The window's end put later.
     *
     * @param reason as told to the public
     */
    public record WindowMove(Instant at, LocalDate from, LocalDate to, String reason) {}

    Round(RoundCode code, int version, RoundContent content, RoundState state, List<WindowMove> moves) {
        this.code = code;
        this.version = version;
        this.content = content;
        this.state = state;
        this.moves = new ArrayList<>(moves);
    }

    static Round draft(RoundCode code, RoundContent content) {
        return new Round(code, 0, content, RoundState.DRAFT, List.of());
    }

    public RoundCode code() {
        return code;
    }

    /** Counts the changes: whoever saves an older one has been overtaken. */
    public int version() {
        return version;
    }

    public RoundState state() {
        return state;
    }

    public RoundContent content() {
        return content;
    }

    public BilingualText title() {
        return content.title();
    }

    public BilingualText callText() {
        return content.callText();
    }

    public RoundWindow window() {
        return content.window();
    }

    public List<RoundProgramme> programmes() {
        return content.programmes();
    }

    public SelectionWorkdays selectionWorkdays() {
        return content.selectionWorkdays();
    }

    public Optional<RoundProgramme> programme(ProgrammeCode programme) {
        return programmes().stream()
                .filter(each -> each.programme().equals(programme))
                .findFirst();
    }

    public List<WindowMove> moves() {
        return List.copyOf(moves);
    }

    public boolean isPublic() {
        return state != RoundState.DRAFT;
    }

    /** The window decides, not the timer that follows it; a closed round does not open again. */
    public boolean isOpen(Instant at) {
        return (state == RoundState.PUBLISHED || state == RoundState.OPEN) && window().contains(at);
    }

    public boolean isComing(Instant at) {
        return state == RoundState.PUBLISHED && at.isBefore(window().opensAt());
    }

    public boolean isOver(Instant at) {
        return isPublic() && !isOpen(at) && !isComing(at);
    }

    Round sorted(Comparator<RoundProgramme> order) {
        var sorted = content.with(programmes().stream().sorted(order).toList());
        return new Round(code, version, sorted, state, moves);
    }

    void edit(RoundContent edited) {
        require(state == RoundState.DRAFT, "only a draft can be edited");
        content = edited;
    }

    void publish(Instant at) {
        require(state == RoundState.DRAFT, "only a draft can be published");
        require(RoundGuards.problems(content, at).isEmpty(), "the draft is not ready");
        state = RoundState.PUBLISHED;
    }

    void open() {
        require(state == RoundState.PUBLISHED, "only a published round can open");
        state = RoundState.OPEN;
    }

    void close() {
        require(state == RoundState.OPEN, "only an open round can close");
        state = RoundState.CLOSED;
    }

    /** Puts the window's end later, never earlier: nobody may lose a day that she was promised. */
    void moveEnd(LocalDate to, String reason, Instant at) {
        require(canMoveEnd(at), "only a round whose window has not ended can be prolonged");
        require(to.isAfter(window().closesOn()), "the end can only be put later");
        moves.add(new WindowMove(at, window().closesOn(), to, reason));
        content = content.with(new RoundWindow(window().opensOn(), to));
    }

    public boolean canMoveEnd(Instant at) {
        return isOpen(at) || isComing(at);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException("Round %s is %s: %s".formatted(code, state, otherwise));
        }
    }
}
