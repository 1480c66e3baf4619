package org.chuyi.workflow.form;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Personal data that stand outside a form's answers: encrypted with the same keys, readable only where they were put. */
@Component
public class SealedText {

    private final FieldCipher cipher;

    SealedText(SensitiveFields fields) {
        this.cipher = fields.cipher();
    }

    /** @param place what it belongs to, e.g. a table's key; goes into the seal */
    public String seal(String text, String place) {
        return cipher.encrypt(text, place);
    }

    /** Empty if it is no seal of ours, or another place's. */
    public Optional<String> open(String sealed, String place) {
        return cipher.decrypt(sealed, place);
    }
}
