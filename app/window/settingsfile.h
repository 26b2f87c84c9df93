// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QTimer>

namespace Pongwatch
{

/// An INI file that is written at most once a second, and when it is destroyed: writing takes longer than a
/// frame, and zooming a chart changes stored values with each step.
class SettingsFile : public QSettings
{
    Q_OBJECT

public:
    explicit SettingsFile(const QString &path, QObject *parent = nullptr);
    ~SettingsFile() override;

protected:
    /// QSettings posts itself an event to write when control returns to the event loop.
    bool event(QEvent *event) override;

private:
    void write();
    void claimFile();

    QTimer m_writing;
};

} // namespace Pongwatch
