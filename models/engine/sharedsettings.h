// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <memory>
#include <vector>

namespace Pongwatch
{

/// Settings that several peers have in common, each stored once for as long as any peer has them. Lives on
/// one I/O thread.
class SettingsPool
{
public:
    /// The same settings without name and URL, which belong to each peer alone.
    [[nodiscard]] std::shared_ptr<const ConnectionSettings> common(const ConnectionSettings &settings);

private:
    /// How many different settings are kept for sharing; beyond that the oldest is dropped.
    static constexpr std::size_t mostKept = 16;

    std::vector<std::weak_ptr<const ConnectionSettings>> m_kept; ///< oldest first
};

/// One peer's settings, which take only the memory of its name and URL while others have the same.
class SharedSettings
{
public:
    /// The pool may be destroyed before the object.
    SharedSettings(const ConnectionSettings &settings, SettingsPool &pool)
        : m_name(settings.name)
        , m_url(settings.url)
        , m_common(pool.common(settings))
    {
    }

    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// All except name and URL, which are empty.
    [[nodiscard]] const ConnectionSettings *operator->() const { return m_common.get(); }
    /// Shared and immutable.
    [[nodiscard]] std::shared_ptr<const KeepaliveSettings> keepalive() const
    {
        return {m_common, &m_common->keepalive};
    }
    [[nodiscard]] ConnectionSettings whole() const;

private:
    QString m_name;
    QUrl m_url;
    std::shared_ptr<const ConnectionSettings> m_common;
};

} // namespace Pongwatch
