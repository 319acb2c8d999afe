package usbd4j.stack;

/** The kinds of control transfer. */
enum Stage {
    DATA_IN {
        @Override
        void send(UsbBusContract.Rig rig, Probe.Request request) {
            rig.controlIn(Probe.request(Direction.IN, request, 0, 64));
        }
    },
    DATA_OUT {
        @Override
        void send(UsbBusContract.Rig rig, Probe.Request request) {
            rig.controlOut(Probe.request(Direction.OUT, request, 0, 64), Probe.pattern(64));
        }
    },
    NO_DATA {
        @Override
        void send(UsbBusContract.Rig rig, Probe.Request request) {
            rig.controlOut(Probe.request(Direction.OUT, request, 0, 0));
        }
    };

    abstract void send(UsbBusContract.Rig rig, Probe.Request request);
}
