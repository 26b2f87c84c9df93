// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/jsonparser.h"

namespace Pongwatch
{

/// Reads the first document of a YAML text as the JSON value that it stands for: mappings become objects with
/// text for keys, plain scalars null, booleans and numbers where YAML 1.2's core schema has them so. Aliases
/// are resolved within the limits, which hold for what comes of them. The error's answer starts with the
/// place. JSON and JavaScript's object literals without expressions are YAML, too.
Result<JsonValue> parseYaml(const QByteArray &text, const JsonLimits &limits = {});

} // namespace Pongwatch
