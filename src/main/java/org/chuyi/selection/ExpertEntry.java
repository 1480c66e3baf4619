package org.chuyi.selection;

/** An expert as she is typed in or stands in a sheet: texts, nothing checked. */
public record ExpertEntry(
        String login,
        String name,
        String employer,
        String title,
        String majors,
        String availableFrom,
        String availableTo,
        String email) {

    public static final ExpertEntry BLANK = new ExpertEntry("", "", "", "", "", "", "", "");

    public ExpertEntry {
        login = stripped(login);
        name = stripped(name);
        employer = stripped(employer);
        title = stripped(title);
        majors = stripped(majors);
        availableFrom = stripped(availableFrom);
        availableTo = stripped(availableTo);
        email = stripped(email);
    }

    public static ExpertEntry of(Expert expert) {
        return new ExpertEntry(
                expert.login(),
                expert.name(),
                expert.employerName(),
                expert.title(),
                String.join("、", expert.majors()),
                expert.availableFrom().map(Object::toString).orElse(""),
                expert.availableTo().map(Object::toString).orElse(""),
                expert.email().orElse(""));
    }

    boolean isBlank() {
        return equals(BLANK);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
