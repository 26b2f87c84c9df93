// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QTimer>

namespace Pongwatch
{

/// An INI file that is written at most once a second, and when this goes: writing takes longer than a frame
/// has, and zooming a chart changes what is kept with each step.
class SettingsFile : public QSettings
{
    Q_OBJECT

public:
    explicit SettingsFile(const QString &path, QObject *parent = nullptr);
    ~SettingsFile() override;

protected:
    /// QSettings asks itself to write once control returns to the event loop.
    bool event(QEvent *event) override;

private:
    void write();
    void claimFile();

    QTimer m_writing;
};

} // namespace Pongwatch
