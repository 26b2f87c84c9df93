// SPDX-License-Identifier: GPL-3.0-or-later
// The one source of all fuzz targets: pongwatch_add_fuzz_targets() says which reader each is for.
#include PONGWATCH_FUZZ_HEADER

/// Called by libFuzzer with each input.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    PONGWATCH_FUZZ_READER(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
