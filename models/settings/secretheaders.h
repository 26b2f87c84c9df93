// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>

namespace Pongwatch
{

/// Whether a header with that name holds a secret by its nature.
[[nodiscard]] inline bool isSecretHeader(const QString &name)
{
    static constexpr std::array names = {"authorization", "proxy-authorization", "cookie", "x-api-key",
                                         "api-key",       "x-auth-token"};
    return std::any_of(names.begin(), names.end(), [&name](const char *secretName) {
        return name.compare(QLatin1String(secretName), Qt::CaseInsensitive) == 0;
    });
}

} // namespace Pongwatch
