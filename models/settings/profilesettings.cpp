// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/profilesettings.h"

#include "settings/settingstable.h"

namespace Pongwatch
{

ProfileSettings ProfileSettings::overlaidBy(const ProfileSettings &nearer) const
{
    ProfileSettings result = *this;
    forEachSetting([&](const auto &setting) {
        if (const auto &value = nearer.*setting.own)
            result.*setting.own = value;
    });
    return result;
}

ProfileSettings ProfileSettings::ofProgram()
{
    const ConnectionSettings defaults;
    ProfileSettings program;
    forEachSetting([&]<typename T>(const Setting<T> &setting) {
        const auto value = setting.inUse.read ? setting.inUse.read(defaults) : std::nullopt;
        // Empty texts and lists are left out; a limit that is off is not.
        if (value && (isSet(*value) || std::is_same_v<T, Limit>))
            program.*setting.own = value;
    });
    return program;
}

ProfileSettings ProfileSettings::of(const ConnectionSettings &settings)
{
    ProfileSettings result;
    forEachSetting([&](const auto &setting) {
        if (setting.inUse.read)
            result.*setting.own = setting.inUse.read(settings);
    });
    return result;
}

void ProfileSettings::applyTo(ConnectionSettings &settings) const
{
    forEachSetting([&](const auto &setting) {
        const auto &value = this->*setting.own;
        if (value && setting.inUse.write)
            setting.inUse.write(settings, *value);
    });
}

} // namespace Pongwatch
