package usbd4j.gadget.serve;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.memory.ControlTransfer;
import usbd4j.stack.memory.StallException;

/** What a host gets of a device that may not answer. */
final class Answers {
    static final String STALL = "stall";
    static final String NONE = "no answer";
    static final byte[] BLOCK = {1, 2, 3, 4};

    /** DfuSe's commands, of the first address of an STM32's flash. */
    private static final byte[] SET_ADDRESS = {0x21, 0, 0, 0, 8};

    private static final byte[] ERASE = {0x41, 0, 0, 0, 8};

    private Answers() {}

    /** {@return the data in hexadecimal digits, or that it is stalled, or that there is none} */
    static String answer(PersonaInMemory device, SetupPacket setup, byte... data) {
        ControlTransfer asked = device.host().begin(setup, data);
        if (!asked.isAnswered()) {
            return NONE;
        }
        try {
            return HexFormat.of().formatHex(asked.result());
        } catch (StallException e) {
            return STALL;
        }
    }

    static String dnload(PersonaInMemory device, int wBlockNum, byte... block) {
        return answer(device, DfuRequest.DNLOAD.setup(0, wBlockNum, block.length), block);
    }

    static String upload(PersonaInMemory device, int wBlockNum) {
        return answer(device, DfuRequest.UPLOAD.setup(0, wBlockNum, 4));
    }

    /** {@return the answer to GETSTATUS in words, or that it is stalled, or that there is none} */
    static String status(PersonaInMemory device) {
        String answer = answer(device, DfuRequest.GETSTATUS.setup(0, 0, 6));
        return answer.equals(STALL) || answer.equals(NONE)
                ? answer
                : StatusResponse.read(ByteBuffer.wrap(HexFormat.of().parseHex(answer)))
                        .orElseThrow()
                        .toString();
    }

    /** {@return the answer to GETSTATUS after a first block} */
    static String statusAfterDownload(PersonaInMemory device) {
        dnload(device, 0, BLOCK);
        return status(device);
    }

    /** {@return the answer to GETSTATUS after the last block of a download} */
    static String beginManifestation(PersonaInMemory device) {
        statusAfterDownload(device);
        device.advance(20_000);
        status(device);
        dnload(device, 1);
        return status(device);
    }

    static String setAddress(PersonaInMemory device) {
        dnload(device, 0, SET_ADDRESS);
        return status(device);
    }

    static String erase(PersonaInMemory device) {
        dnload(device, 0, ERASE);
        return status(device);
    }

    /** {@return what is in the flash that is addressed, after a block was written there} */
    static String written(PersonaInMemory device) {
        setAddress(device);
        status(device);
        dnload(device, 2, BLOCK);
        status(device);
        device.advance(20_000);
        status(device);
        device.abort();
        return upload(device, 2);
    }

    /** {@return the answer to GET_DESCRIPTOR} */
    static String descriptor(PersonaInMemory device, int wValue) {
        return answer(
                device,
                StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, wValue, wValue >> 8 == 3 ? 0x0409 : 0, 255));
    }
}
