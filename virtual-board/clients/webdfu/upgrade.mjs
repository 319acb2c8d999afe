// The whole upgrade as a flasher in a browser does it: by WebUSB and the library webdfu.
// usage: upgrade.mjs FILE

import { readFile } from "node:fs/promises";
import { WebUSB } from "usb";
import webdfu from "webdfu";

const { DFU } = webdfu;
const RUN_TIME = 0x0001;
const DFU_MODE = 0x0002;
const PATIENCE_MILLIS = 60_000;
const TRANSFER_SIZE = 4096;

const usb = new WebUSB({ allowAllDevices: true });
// Where a browser has it, and webdfu looks for it.
Object.defineProperty(globalThis, "navigator", { value: { usb }, configurable: true });

const is = (productId) => (device) => device.vendorId === 0x1209 && device.productId === productId;

/** Begins to wait at once, so that nothing is missed that what follows the call brings about. */
function comes(productId) {
    return new Promise((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error(`no device ${productId} came`)), PATIENCE_MILLIS);
        usb.addEventListener("connect", ({ device }) => {
            if (is(productId)(device)) {
                clearTimeout(patience);
                resolve(device);
            }
        });
    });
}

async function opened(device) {
    // webdfu passes no buffer where there are no data, and this WebUSB wants one.
    const transfer = device.controlTransferOut.bind(device);
    device.controlTransferOut = (setup, data = new ArrayBuffer(0)) => transfer(setup, data);
    const dfu = new DFU.Device(device, DFU.findDeviceDfuInterfaces(device)[0]);
    dfu.logDebug = () => {};
    await dfu.open();
    return dfu;
}

const firmware = await readFile(process.argv[2]);
const runTime = (await usb.getDevices()).find(is(RUN_TIME));
const inDfuMode = comes(DFU_MODE);
await (await opened(runTime)).detach();
console.log("detached");

const dfu = await opened(await inDfuMode);
const backInRunTime = comes(RUN_TIME);
try {
    await dfu.do_download(TRANSFER_SIZE, new Uint8Array(firmware).buffer, true);
} catch (error) {
    // The device that webdfu resets at the end comes back as another one.
    if (!String(error).includes("Error during reset")) {
        throw error;
    }
}
console.log("downloaded");
await backInRunTime;
console.log("back in run-time");
process.exit(0);
