// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/jsonparser.h"

namespace Pongwatch
{

/// Reads the first document of a YAML text as a JSON value: mappings become objects with string keys; plain
/// scalars become null, booleans and numbers by YAML 1.2's core schema. Aliases are resolved within the
/// limits, which apply to the result. The error's answer starts with the place. JSON, and JavaScript's object
/// literals without expressions, are also YAML.
Result<JsonValue> parseYaml(const QByteArray &text, const JsonLimits &limits = {});

} // namespace Pongwatch
