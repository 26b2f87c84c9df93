// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/jsonvalue.h"

namespace Pongwatch
{

/// How much a text can make us store. The defaults are far above any workspace that a person keeps.
struct JsonLimits {
    qsizetype bytes = 16 * 1024 * 1024;
    qsizetype values = 2'000'000;
    int depth = 64;
};

/// Parses JSON as in RFC 8259: UTF-8, no comments, no trailing commas, no unpaired surrogates. Duplicate keys
/// are kept; whoever reads the contents must judge them. The error's answer starts with the place: "line 3,
/// column 14: …".
Result<JsonDocument> parseJson(const QByteArray &text, const JsonLimits &limits = {});

} // namespace Pongwatch
