// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

/// A report as one JSON object ("schema_version": 1), with the keys and words of the jsonl output. Keys that
/// don't apply are absent. Its JSON Schema is docs/report.schema.json.
[[nodiscard]] QByteArray toJson(const Report &report);

} // namespace Pongwatch
