#include "descriptors.h"

#include <linux/usb/functionfs.h>
#include <stdint.h>
#include <unistd.h>

#include "../../trouble.h"
#include "../function.h"

#define DESCRIPTORS_IN_FUNCTION 5

static const struct {
    struct usb_functionfs_descs_head_v2 head;
    uint32_t full_speed_count;
    uint32_t high_speed_count;
    struct function full_speed;
    struct function high_speed;
} __attribute__((packed)) descriptors = {
    .head =
        {
            .magic = FUNCTIONFS_DESCRIPTORS_MAGIC_V2,
            .length = sizeof(descriptors),
            .flags = FUNCTIONFS_HAS_FS_DESC | FUNCTIONFS_HAS_HS_DESC | FUNCTIONFS_ALL_CTRL_RECIP,
        },
    .full_speed_count = DESCRIPTORS_IN_FUNCTION,
    .high_speed_count = DESCRIPTORS_IN_FUNCTION,
    .full_speed = FUNCTION(FULL_SPEED_PACKET),
    .high_speed = FUNCTION(HIGH_SPEED_PACKET),
};

static const struct usb_functionfs_strings_head no_strings = {
    .magic = FUNCTIONFS_STRINGS_MAGIC,
    .length = sizeof(no_strings),
};

void descriptors_write(int ep0)
{
    if (write(ep0, &descriptors, sizeof(descriptors)) < 0)
        fail_with_errno("cannot write the descriptors to ep0");
    if (write(ep0, &no_strings, sizeof(no_strings)) < 0)
        fail_with_errno("cannot write the strings to ep0");
}
