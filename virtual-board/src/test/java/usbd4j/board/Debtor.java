package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import usbd4j.stack.LaterReply;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;

/** Owes the host an answer, which another thread gives. */
final class Debtor implements UsbClass {
    private final CompletableFuture<LaterReply> owed = new CompletableFuture<>();

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0));
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        LaterReply reply = Reply.later(Duration.ofSeconds(60), () -> {});
        owed.complete(reply);
        return Optional.of(reply);
    }

    /** {@return what it owes, once the host has asked for it} */
    LaterReply owed() {
        assertThat(owed).as("request at the device").succeedsWithin(Wait.LIMIT);
        return owed.join();
    }
}
