// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// A program to start for one delivery.
struct CommandJob {
    QString program;
    QStringList arguments;
    QMap<QString, QString> variables; ///< added to those of this program
    QByteArray input;                 ///< what it reads from its standard input
    /// What it alone inherits, so that a secret may be in it: `inheritedArgument` is appended to its
    /// arguments, with %1 for the path of a file in memory that has this content. Empty: nothing.
    QByteArray inherited;
    QString inheritedArgument;
    /// Put into a file that is there while it runs. Its path is in PONGWATCH_PICTURE, and in place of %1 in
    /// `pictureArgument` unless that is empty. Empty: none.
    QByteArray picture;
    QString pictureArgument;
    nanoseconds timeLimit = seconds(30);
};

/// Runs it. Status 0 says that it has taken the delivery. It and all that it started is ended when its time
/// is over. Calls `done` once, unless it is deleted before, and then deletes itself. Blocks nowhere.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const DeliveryResult &)>;

    CommandRun(const CommandJob &job, Done done, QObject *parent = nullptr);
    /// Ends the command.
    ~CommandRun() override;

private:
    void start(const CommandJob &job);
    void takeEnd(int status, QProcess::ExitStatus how);
    void finish(const DeliveryResult &result);

    QProcess m_process;
    QTimer m_limit;
    Done m_done;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the picture
    int m_inherited = -1;                    ///< a file in memory, until it is started
    bool m_isTooLate = false;
};

/// What a way of commands runs for a delivery: no shell unless the way asks for one, the payload on its
/// standard input, and each of its plain values in a variable (PONGWATCH_TITLE, PONGWATCH_STATE …).
[[nodiscard]] CommandJob commandJob(const CommandWay &way, const Delivery &delivery);

/// The variables of a command.
[[nodiscard]] QMap<QString, QString> commandVariables(const QJsonObject &payload);

} // namespace Pongwatch
