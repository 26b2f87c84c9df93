// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

/// A report as one JSON object ("schema_version": 1); its keys and words are those of the jsonl output. Keys
/// that don't apply are absent. docs/report.schema.json is its JSON Schema.
[[nodiscard]] QByteArray toJson(const Report &report);

} // namespace Pongwatch
