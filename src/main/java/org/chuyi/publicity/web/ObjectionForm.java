package org.chuyi.publicity.web;

import java.util.Optional;
import org.chuyi.publicity.NewObjection;
import org.chuyi.publicity.Objection;
import org.chuyi.publicity.Objector;

/** An objection as it is typed. */
record ObjectionForm(
        String kind, String about, String grounds, String name, String identity, String organisation, String phone) {

    static ObjectionForm blank(String about) {
        return new ObjectionForm("PERSON", about, "", "", "", "", "");
    }

    NewObjection wanted(Optional<Objection.StampedFile> file) {
        Objection.Kind chosen = chosen();
        return new NewObjection(
                chosen,
                text(about),
                text(grounds),
                new Objector(
                        text(name),
                        text(identity),
                        chosen == Objection.Kind.ORGANISATION ? text(organisation) : "",
                        text(phone)),
                file);
    }

    Objection.Kind chosen() {
        return switch (text(kind)) {
            case "ORGANISATION" -> Objection.Kind.ORGANISATION;
            case "ANONYMOUS" -> Objection.Kind.ANONYMOUS;
            default -> Objection.Kind.PERSON;
        };
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
