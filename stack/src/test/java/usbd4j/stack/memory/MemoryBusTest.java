package usbd4j.stack.memory;

import java.time.Duration;
import usbd4j.stack.BusEvent;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

class MemoryBusTest extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return new MemoryRig(Host.attach(classes));
    }

    private record MemoryRig(Host host) implements Rig {
        @Override
        public byte[] controlIn(SetupPacket setup) {
            try {
                ControlTransfer transfer = host.begin(setup);
                while (!transfer.isAnswered()) {
                    host.advance(Duration.ofMillis(1));
                }
                return transfer.result();
            } catch (StallException e) {
                throw new Stalled(e);
            }
        }

        @Override
        public void controlOut(SetupPacket setup, byte... data) {
            try {
                host.controlOut(setup, data);
            } catch (StallException e) {
                throw new Stalled(e);
            }
        }

        @Override
        public void giveUp(int patienceMillis, SetupPacket setup, byte... data) {
            host.controlAbandoned(setup, data);
            host.giveUp();
        }

        @Override
        public void write(byte... data) {
            host.write(0x02, data);
        }

        @Override
        public byte[] read(int length) {
            return host.read(0x81, length);
        }

        @Override
        public void report(int packetSize, byte... data) {
            EndpointDescriptor reported = host.descriptors().configuration().endpoints(Speed.HIGH).stream()
                    .filter(each -> each.type() == TransferType.INTERRUPT && each.packetSize() == packetSize)
                    .findFirst()
                    .orElseThrow();
            host.write(reported.bEndpointAddress(), data);
        }

        @Override
        public void reset() {
            host.reset();
        }

        @Override
        public void deconfigure() {
            host.deconfigure();
        }

        @Override
        public void detach() {
            host.happen(BusEvent.DETACHED);
        }

        @Override
        public void close() {}
    }
}
