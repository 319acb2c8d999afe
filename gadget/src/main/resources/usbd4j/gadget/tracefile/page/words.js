// The words of USB and DFU, and how numbers are written.

const DFU_REQUESTS = ["DETACH", "DNLOAD", "UPLOAD", "GETSTATUS", "CLRSTATUS", "GETSTATE", "ABORT"];
const DFU_IN = ["UPLOAD", "GETSTATUS", "GETSTATE"];
const STANDARD_REQUESTS = ["GET_STATUS", "CLEAR_FEATURE", , "SET_FEATURE", , "SET_ADDRESS", "GET_DESCRIPTOR", "SET_DESCRIPTOR",
    "GET_CONFIGURATION", "SET_CONFIGURATION", "GET_INTERFACE", "SET_INTERFACE", "SYNCH_FRAME"];
const TYPES = ["standard", "class", "vendor", "reserved"];
const RECIPIENTS = ["device", "interface", "endpoint", "other"];
const STATES = ["appIDLE", "appDETACH", "dfuIDLE", "dfuDNLOAD-SYNC", "dfuDNBUSY", "dfuDNLOAD-IDLE", "dfuMANIFEST-SYNC",
    "dfuMANIFEST", "dfuMANIFEST-WAIT-RESET", "dfuUPLOAD-IDLE", "dfuERROR"];
const STATUSES = ["OK", "errTARGET", "errFILE", "errWRITE", "errERASE", "errCHECK_ERASED", "errPROG", "errVERIFY", "errADDRESS",
    "errNOTDONE", "errFIRMWARE", "errVENDOR", "errUSBR", "errPOR", "errUNKNOWN", "errSTALLEDPKT"];
const NOT_TOLD = "not told yet";

const COUNT = new Intl.NumberFormat("en");
const count = (number, what) => COUNT.format(number) + (what ? " " + what + (number === 1 ? "" : "s") : "");
const hex = (number, digits) => "0x" + number.toString(16).padStart(digits, "0");

/** A time, in microseconds. */
function duration(us) {
    if (us < 1000) return us + " µs";
    if (us < 1e6) return Number((us / 1000).toPrecision(3)) + " ms";
    if (us < 60e6) return (us / 1e6).toFixed(2) + " s";
    return Math.floor(us / 60e6) + " min " + Math.round(us % 60e6 / 1e6) + " s";
}

function size(bytes) {
    if (bytes < 1024) return count(bytes, "byte");
    return bytes < 1 << 20 ? (bytes / 1024).toFixed(1) + " KiB" : (bytes / (1 << 20)).toFixed(2) + " MiB";
}
