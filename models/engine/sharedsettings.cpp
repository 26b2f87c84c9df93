// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sharedsettings.h"

#include <utility>

namespace Pongwatch
{

std::shared_ptr<const ConnectionSettings> SettingsPool::common(const ConnectionSettings &settings)
{
    ConnectionSettings wanted = settings;
    wanted.name.clear();
    wanted.url.clear();
    std::erase_if(m_kept, [](const auto &kept) { return kept.expired(); });
    for (const auto &kept : m_kept)
        if (auto found = kept.lock(); found && *found == wanted)
            return found;
    auto added = std::make_shared<const ConnectionSettings>(std::move(wanted));
    if (m_kept.size() >= mostKept)
        m_kept.erase(m_kept.begin());
    m_kept.emplace_back(added);
    return added;
}

ConnectionSettings SharedSettings::whole() const
{
    ConnectionSettings settings = *m_common;
    settings.name = m_name;
    settings.url = m_url;
    return settings;
}

} // namespace Pongwatch
