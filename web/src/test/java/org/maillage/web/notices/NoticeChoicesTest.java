package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;

@RunningProgram
class NoticeChoicesTest {

    @Autowired
    NoticeChoices choices;

    @Test
    void everybody_receives_every_kind_until_they_say_otherwise() {
        var person = PersonId.next();
        assertThat(choices.get(person)).containsOnlyKeys(NoticeKind.values()).doesNotContainValue(false);

        choices.set(person, NoticeKind.DIGEST, false);
        choices.set(person, NoticeKind.DIGEST, false);

        assertThat(choices.wants(person, NoticeKind.DIGEST)).isFalse();
        assertThat(choices.wants(person, NoticeKind.QUESTION)).isTrue();
        assertThat(choices.get(person))
                .containsEntry(NoticeKind.DIGEST, false)
                .containsEntry(NoticeKind.DECISION, true);
        choices.set(person, NoticeKind.DIGEST, true);
        assertThat(choices.get(person)).doesNotContainValue(false);
        assertThat(choices.get(PersonId.next())).doesNotContainValue(false);
    }
}
