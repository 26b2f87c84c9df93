// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzed.h"

/// Called by libFuzzer with each input.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Pongwatch::TestSupport::readAsLines(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
