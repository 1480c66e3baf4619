package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected column was made with feelin 6.1.1, the FEEL of form-js 1.23: browser and server must agree. */
class HideConditionTest {

    private static final String CONTEXT = """
            {"a": "x", "n": 5, "z": null, "e": "", "b": false, "t": true, "l": [], "tags": ["p", "q"],
             "rows": [{"k": "1", "v": 3}, {"k": "2", "v": 4}], "d": "2026-03-02",
             "this": {"k": "1"}, "parent": {"a": "x"}, "o": {"p": 1}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hides | a = "x"
            shows | a != "x"
            shows | z = "x"
            hides | z != "x"
            shows | missing = "x"
            hides | missing != "x"
            hides | missing = null
            hides | z = null
            shows | e = null
            hides | e = ""
            shows | not(t)
            shows | not(z)
            shows | b
            hides | t
            hides | z
            hides | missing
            hides | n > 3
            hides | z > 3
            hides | n > "3"
            shows | not(list contains(tags, "p"))
            hides | list contains(tags, "p")
            hides | list contains(z, "p")
            shows | not(list contains(z, "p"))
            hides | count(rows) = 2
            shows | count(z) = 0
            hides | sum(rows.v) > 5
            hides | this.k = "1"
            hides | parent.a = "x"
            hides | some r in rows satisfies r.k = "2"
            hides | date(d) < date("2027-01-01")
            hides | a in ("x","y")
            hides | a in ["x","y"]
            shows | z in ("x")
            hides | b = false
            shows | b = true
            shows | z = false
            hides | not(b)
            hides | not(z = "x")
            hides | if z = null then true else false
            shows | a
            shows | n
            shows | "x"
            hides | rows[k="1"].v = 3
            hides | string length(a) < 2
            hides | o.p = 1
            hides | o.q = null
            hides | a = "x" and z = null
            hides | a = "x" or missing > 3
            hides | this.missing = null
            shows | contains(e,"a")
            hides | n between 1 and 6
            hides | matches(a, "x")
            hides | tags[1] = "p"
            shows | n
            shows | l
            hides | l = []
            hides | count(l)=0
            shows | not(missing)
            hides | n in [1..6]
            shows | not(t) and b
            hides | not(b) and t
            hides | not(list contains(tags, "z")) and n > 3
            hides | not(z) and t
            hides | not(z) or t
            hides | not(b) and z > 3
            hides | not(a = "x" and b)
            shows | not(contains(a,"x") or t)
            hides | not(z > 3) and t
            hides | b, t
            hides | a = "x", b
            shows | not(not(b))
            hides | (z > 3)
            hides | n > 3 or z
            hides | t and z
            shows | b and z
            shows | not(t and z)
            hides | not(n in (1,2)) and not(b)
            """)
    void serverHidesWhatTheBrowserHides(String expected, String expression) throws Exception {
        Map<String, Object> context = new ObjectMapper().readValue(CONTEXT, new TypeReference<>() {});
        assertThat(HideCondition.compile(expression).hides(context) ? "hides" : "shows")
                .isEqualTo(expected);
    }
}
