// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace Pongwatch
{

/// Starts a command for one alert: no shell unless the way asks for one, the payload on its standard input,
/// and each of its plain values in a variable (PONGWATCH_TITLE, PONGWATCH_STATE …). Status 0 says that it has
/// taken it. Ended when its time is over. Calls `done` once, unless it is deleted before, and blocks nowhere.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const DeliveryResult &)>;

    CommandRun(const CommandWay &way, const Delivery &delivery, Done done, QObject *parent = nullptr);
    /// Ends the command.
    ~CommandRun() override;

private:
    void finish(const DeliveryResult &result);

    QProcess m_process;
    QTimer m_limit;
    Done m_done;
    bool m_isTooLate = false;
};

/// The variables of a command.
[[nodiscard]] QMap<QString, QString> commandVariables(const QJsonObject &payload);

} // namespace Pongwatch
