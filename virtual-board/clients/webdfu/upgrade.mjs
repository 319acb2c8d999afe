// The whole upgrade as a flasher in a browser does it: WebUSB, and the library webdfu on it.
// usage: upgrade.mjs FILE

import { readFile } from "node:fs/promises";
import { WebUSB } from "usb";
import webdfu from "webdfu";

const { DFU } = webdfu;
const VENDOR = 0x1209;
const RUN_TIME = 0x0001;
const DFU_MODE = 0x0002;
const PATIENCE_MILLIS = 60_000;
const FUNCTIONAL_DESCRIPTOR = 0x21;
const BIT_MANIFESTATION_TOLERANT = 0x04;

// Without a user who chooses a device, all are allowed.
const usb = new WebUSB({ allowAllDevices: true });
// Where browsers have it, and webdfu looks for it.
Object.defineProperty(globalThis, "navigator", { value: { usb }, configurable: true });

function is(device, productId) {
    return device.vendorId === VENDOR && device.productId === productId;
}

/** Listens from the call on, so that a device is not missed that comes before its promise is awaited. */
function comes(productId) {
    return new Promise((resolve, reject) => {
        const id = productId.toString(16).padStart(4, "0");
        const patience = setTimeout(() => reject(new Error(`no device 1209:${id} came`)), PATIENCE_MILLIS);
        usb.addEventListener("connect", ({ device }) => {
            if (is(device, productId)) {
                clearTimeout(patience);
                resolve(device);
            }
        });
    });
}

async function opened(device) {
    // For a request without data webdfu passes no buffer, as WebUSB allows, but this WebUSB throws then. And it gives a transfer up
    // after a second, where browsers wait for the device.
    const controlTransferIn = device.controlTransferIn.bind(device);
    const controlTransferOut = device.controlTransferOut.bind(device);
    device.controlTransferIn = (setup, length) => controlTransferIn(setup, length, PATIENCE_MILLIS);
    device.controlTransferOut = (setup, data = new ArrayBuffer(0)) => controlTransferOut(setup, data, PATIENCE_MILLIS);
    const dfu = new DFU.Device(device, DFU.findDeviceDfuInterfaces(device)[0]);
    dfu.logDebug = () => {};
    await dfu.open();
    return dfu;
}

async function functionalDescriptor(dfu) {
    const configuration = DFU.parseConfigurationDescriptor(await dfu.readConfigurationDescriptor(0));
    return configuration.descriptors.find((each) => each.bDescriptorType === FUNCTIONAL_DESCRIPTOR);
}

async function download(dfu, firmware) {
    const { bmAttributes, wTransferSize } = await functionalDescriptor(dfu);
    try {
        await dfu.do_download(wTransferSize, firmware, (bmAttributes & BIT_MANIFESTATION_TOLERANT) !== 0);
    } catch (error) {
        // webdfu resets the bus when all is done, and the device that it knows is gone then: it came back as another.
        if (!error.message?.startsWith("Error during reset for manifestation")) {
            throw error;
        }
        console.log(error.message);
    }
}

const firmware = new Uint8Array(await readFile(process.argv[2])).buffer;
const runTime = (await usb.getDevices()).find((device) => is(device, RUN_TIME));
const inDfuMode = comes(DFU_MODE);
await (await opened(runTime)).detach();
console.log("detached");

const dfu = await opened(await inDfuMode);
const backInRunTime = comes(RUN_TIME);
await download(dfu, firmware);
console.log("downloaded");

await backInRunTime;
console.log("back in run-time");
// The listener for devices would keep the process alive.
process.exit(0);
