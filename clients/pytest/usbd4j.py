"""A USB device in the tests of a host tool, for pytest.

Copy this file beside your conftest.py, and write there:

    pytest_plugins = ["usbd4j"]

A test then asks for the fixture usb_device, a function that plugs a device into this machine and returns a Device:

    def test_the_tool_finds_it(usb_device):
        device = usb_device(template="dfu", settings=["run-time.product='Blinky'"])
        subprocess.run(["dfu-util", "--path", device.path, "-l"], check=True)
        device.wait_for("GETSTATUS")

Every device is new, without firmware, and is unplugged after the test. It is served by the program usbd4j (environment variable
USBD4J: the launcher, or usbd4j.jar; else the one on the PATH) through the kernel's vhci-hcd, which by default only root may do;
docs/ci.md of usbd4j has recipes. The transcript of a test that fails is among its captured output.
"""

import os
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

ON_THE_BUS = re.compile(r"on the bus as ([0-9a-f]{4}):([0-9a-f]{4}) at \w+, path ([\d.-]+);")
CONFIGURED = " configured by the host"
# Exit statuses of usbd4j (docs/options.md): the kernel has no vhci-hcd, or this user may not use it.
NOT_HERE = (5, 6)
SECONDS_TO_STOP = 20


def program():
    """The command line that starts usbd4j."""
    named = os.environ.get("USBD4J")
    if named and named.endswith(".jar"):
        return ["java", "-jar", named]
    found = shutil.which(named or "usbd4j")
    if not found:
        pytest.fail(
            f"there is no program {named or 'usbd4j on the PATH'}; say in the environment variable USBD4J where usbd4j or usbd4j.jar is",
            pytrace=False,
        )
    return [found]


class Device:
    """A device that is plugged in: where the host finds it, what it has logged, and its firmware.

    A wait begins where the last one has found something. So lines are waited for in the order in which they come, and one that
    has come already does not have to be waited for in time.
    """

    def __init__(self, options, store, required, timeout):
        self.timeout = timeout
        self._store = Path(store)
        self._lines = []
        self._next = 0
        self._changed = threading.Condition()
        self._at_end = False
        self._ended = None
        command = program() + ["run", "--bus", "vhci", "--store", str(store)] + options
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self._wait_until_configured(required)
        except BaseException:
            self.stop()
            raise

    def _read(self):
        for line in self._process.stdout:
            with self._changed:
                self._lines.append(line.rstrip("\n"))
                self._changed.notify_all()
        with self._changed:
            self._at_end = True
            self._changed.notify_all()

    def _wait_until_configured(self, required):
        failure = None
        try:
            self.wait_for_reenumeration()
        except pytest.fail.Exception as e:
            failure = e
        if failure and not self._at_end:
            raise failure
        if failure:
            # What the program says for itself is one sentence, or a few lines about a device file.
            said = "\n".join(self.transcript)
            status = self._process.wait()
            if status in NOT_HERE and not required:
                pytest.skip(said)
            pytest.fail(f"usbd4j ended with status {status}: {said}", pytrace=False)

    @property
    def transcript(self):
        """All that the device has logged, a line for each thing that the host did, with the time of day."""
        with self._changed:
            return list(self._lines)

    @property
    def path(self):
        """What Linux calls the place where it is plugged in, such as 3-1; what dfu-util --path takes."""
        return [match for match in map(ON_THE_BUS.search, self.transcript) if match][-1].group(3)

    @property
    def bus(self):
        """The number of its bus, from 1."""
        return int(self._attribute("busnum"))

    @property
    def number(self):
        """Its number on the bus, from 1; a new one each time that the device comes back."""
        return int(self._attribute("devnum"))

    @property
    def usbfs(self):
        """Its file in usbfs, such as /dev/bus/usb/003/007."""
        return Path(f"/dev/bus/usb/{self.bus:03}/{self.number:03}")

    @property
    def vid(self):
        """idVendor, a number, as the host has read it."""
        return int(self._attribute("idVendor"), 16)

    @property
    def pid(self):
        """idProduct, a number, as the host has read it: by default another one in DFU mode."""
        return int(self._attribute("idProduct"), 16)

    @property
    def firmware(self):
        """The firmware in its memory, or a dictionary by the memories' folders if there are several; empty if none was written."""
        folders = sorted(each.parent for each in self._store.glob("*/*/current"))
        images = {each.name: _image(each) for each in folders}
        return images if len(images) > 1 else next(iter(images.values()), b"")

    def wait_for(self, text, timeout=None):
        """Waits for a line of the transcript that has the text, and returns it."""
        return self._wait(lambda line: text in line, f'no line with "{text}" came', timeout)

    def wait_for_reenumeration(self, timeout=None):
        """Waits until the device has come to the bus once more and the host has configured it, in whichever mode."""
        self._wait(ON_THE_BUS.search, "the device did not come to the bus", timeout)
        self._wait(lambda line: CONFIGURED in line, "the host did not configure the device", timeout)
        end = time.monotonic() + (timeout or self.timeout)
        while obstacle := self._obstacle():
            if time.monotonic() > end:
                self._fail(obstacle)
            time.sleep(0.005)  # no event tells that the kernel and udev are through with a device's files

    def _wait(self, wanted, otherwise, timeout):
        timeout = self.timeout if timeout is None else timeout
        end = time.monotonic() + timeout
        with self._changed:
            at = self._next
            while True:
                for at in range(at, len(self._lines)):
                    if wanted(self._lines[at]):
                        self._next = at + 1
                        return self._lines[at]
                at = len(self._lines)
                if self._at_end:
                    self._fail(f"{otherwise}, and the device has ended")
                if time.monotonic() >= end:
                    self._fail(f"{otherwise} within {timeout} seconds")
                self._changed.wait(end - time.monotonic())

    def _fail(self, what):
        pytest.fail("\n  ".join([f"{what}; the device logged:"] + self._lines), pytrace=False)

    def _obstacle(self):
        try:
            interfaces = len(list((Path("/sys/bus/usb/devices") / self.path).glob(f"{self.path}:*")))
            if interfaces == int(self._attribute("bNumInterfaces") or -1) and os.access(self.usbfs, os.W_OK):
                return None
            return f"the host is not through with {self.path}, or this user may not write {self.usbfs}: run as root, or see docs/ci.md"
        except OSError:
            return f"the host is not through with {self.path}"

    def _attribute(self, name):
        return (Path("/sys/bus/usb/devices") / self.path / name).read_text().strip()

    def stop(self):
        """Unplugs the device, and returns the exit status if it had ended by itself. Does nothing the second time."""
        ended = self._process.poll() if self._ended is None else self._ended
        self._ended = 0 if ended is None else ended
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()  # the kernel unplugs the device of a process that is gone
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        return self._ended


def _image(folder):
    values = dict(line.split("=", 1) for line in (folder / "current").read_text().splitlines() if "=" in line)
    return (folder / f"image-{values['image']}").read_bytes()


@pytest.fixture
def usb_device(tmp_path_factory):
    """A function that plugs in a device, waits until the host has configured it, and returns it.

    template: the name of a device file that comes with usbd4j, such as "dfu"; file: a device file; neither: DFU run-time only.
    settings: a list of keys as --set takes them, TABLE.KEY=VALUE. options: a list of more options of "usbd4j run".
    required: whether a test fails on a machine without vhci-hcd, or where this user may not use it; else it is skipped there.
    timeout: seconds that each wait may take.
    """
    devices = []

    def plug_in(template=None, file=None, settings=(), options=(), required=True, timeout=30):
        folder = tmp_path_factory.mktemp("usbd4j")
        if template:
            file = folder / f"{template}.toml"
            made = subprocess.run(program() + ["device", "template", template], capture_output=True, text=True)
            if made.returncode:
                pytest.fail(made.stderr.strip(), pytrace=False)
            file.write_text(made.stdout)
        chosen = ["--device", str(file)] if file else []
        chosen += [word for each in settings for word in ("--set", each)] + list(options)
        devices.append(Device(chosen, folder / "store", required, timeout))
        return devices[-1]

    yield plug_in
    failed = []
    for device in reversed(devices):
        status = device.stop()
        print("\n".join(device.transcript))
        failed += [f"usbd4j ended with status {status}"] if status else []
    if failed:
        pytest.fail("; ".join(failed), pytrace=False)
