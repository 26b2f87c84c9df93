// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Pongwatch
{

class WindowSettings;

/// The workspace files opened last, newest first. Lives on the GUI thread; the settings must outlive it.
class RecentFiles
{
public:
    static constexpr qsizetype Most = 8;

    explicit RecentFiles(WindowSettings *settings);

    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    void add(const QString &path);
    void remove(const QString &path);
    void clear();

private:
    void keep();

    WindowSettings *m_settings;
    QStringList m_paths;
};

} // namespace Pongwatch
