package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserTest {
    @Test
    void isFoundByName() {
        assertThat(User.named("root")).contains(new User("root", 0, 0));
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(User.named("no such user")).isEmpty();
    }
}
