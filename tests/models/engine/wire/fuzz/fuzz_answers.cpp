// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/fuzz/wirefuzzed.h"

/// Called by libFuzzer with each input.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Pongwatch::TestSupport::readAsAnswer(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
