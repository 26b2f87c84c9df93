// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace Pongwatch
{

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal. The second one ends the process at once, with exit
/// status 130, whatever the program is doing. SIGPIPE is ignored: writers learn of a closed pipe from
/// write(). At most one object of this class at a time; with its end the system's handling comes back. A
/// SIGHUP that was ignored at the start (nohup) stays ignored.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void endWanted();

private:
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace Pongwatch
