package dev.segue.adapters.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The event that a browser gets for an answer, after the previous one. */
class AnswerTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void the_first_is_sent_whole() throws Exception {
        assertThat(answer("{\"listening\":1}").event("view", null)).isEqualTo("event:view\ndata:{\"listening\":1}\n\n");
    }

    @Test
    void of_the_next_only_what_changed_is_sent() throws Exception {
        Answer before = answer("{\"listening\":1,\"songs\":[3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}");
        Answer now = answer("{\"listening\":2,\"songs\":[3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}");

        assertThat(now.event("view", before))
                .isEqualTo("event:view-patch\ndata:[{\"op\":\"replace\",\"path\":\"/listening\",\"value\":2}]\n\n");
    }

    @Test
    void where_hardly_anything_is_as_it_was_all_is_sent() throws Exception {
        assertThat(answer("{\"id\":\"ben\"}").event("view", answer("{\"id\":\"anna\"}")))
                .isEqualTo("event:view\ndata:{\"id\":\"ben\"}\n\n");
    }

    private Answer answer(String text) throws Exception {
        return Answer.of(json.readTree(text));
    }
}
