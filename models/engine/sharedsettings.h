// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <memory>
#include <vector>

namespace Pongwatch
{

/// Settings that peers have in common, each kept once for as long as a peer has them. Lives on one I/O
/// thread.
class SettingsPool
{
public:
    /// The same settings without name and URL, which are each peer's own.
    [[nodiscard]] std::shared_ptr<const ConnectionSettings> common(const ConnectionSettings &settings);

private:
    /// More kinds of settings than this are looked through in vain, and kept apart.
    static constexpr std::size_t mostKept = 16;

    std::vector<std::weak_ptr<const ConnectionSettings>> m_kept; ///< oldest first
};

/// The settings of one peer, which takes no more memory than its name and URL while others have the same.
class SharedSettings
{
public:
    /// The pool may end before the object.
    SharedSettings(const ConnectionSettings &settings, SettingsPool &pool)
        : m_name(settings.name)
        , m_url(settings.url)
        , m_common(pool.common(settings))
    {
    }

    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// All but name and URL, which are empty in it.
    [[nodiscard]] const ConnectionSettings *operator->() const { return m_common.get(); }
    /// Shared, and never changed.
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
