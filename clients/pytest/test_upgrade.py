"""How a host tool is tested: here dfu-util, which upgrades the device."""

import subprocess

FIRMWARE = b"firmware 2.10" * 1000


def test_dfu_util_upgrades_the_device(usb_device, tmp_path):
    device = usb_device(template="dfu", settings=["dfu-mode.manifestation-time=100"])
    file = tmp_path / "firmware.bin"
    file.write_bytes(FIRMWARE)

    tool = subprocess.run(
        ["dfu-util", "--path", device.path, "-d", "1209:0001,1209:0002", "-R", "-D", str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    assert tool.returncode == 0, tool.stdout
    device.wait_for("leaving DFU mode for run-time")
    device.wait_for_reenumeration()
    assert device.pid == 0x0001
    assert device.firmware == FIRMWARE
