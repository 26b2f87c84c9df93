// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/commandrun.h"

#include "alerts/delivery/alertpayload.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostOutput = 4096;
constexpr qsizetype longestVariable = 30'000; // a system takes 128 KiB in one

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CommandRun)
};

} // namespace

QMap<QString, QString> commandVariables(const QJsonObject &payload)
{
    const QMap<QString, QString> values = payloadValues(payload);
    QMap<QString, QString> variables;
    for (auto it = values.begin(); it != values.end(); ++it) {
        QString value = it.value().left(longestVariable);
        value.remove(QChar::Null);
        variables.insert(QStringLiteral("PONGWATCH_") + it.key().toUpper(), value);
    }
    return variables;
}

CommandRun::CommandRun(const CommandWay &way, const Delivery &delivery, Done done, QObject *parent)
    : QObject(parent)
    , m_done(std::move(done))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QMap<QString, QString> variables = commandVariables(delivery.payload);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A group of its own: what it starts is ended with it.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finish({false,
                        false,
                        CommandText::tr("the command can't be started: %1").arg(m_process.errorString()),
                        {},
                        {}});
        });
    connect(&m_process, &QProcess::readyRead, this, [this] {
        if (m_process.bytesAvailable() > 4 * mostOutput)
            m_process.skip(m_process.bytesAvailable() - mostOutput); // the end says most
    });
    connect(&m_process, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        DeliveryResult result;
        const QByteArray all = m_process.readAll();
        result.said = harmlessText(QString::fromUtf8(all.right(mostOutput)).trimmed(), mostOutput);
        if (m_isTooLate)
            result.error = CommandText::tr("the command did not end in time");
        else if (how == QProcess::CrashExit)
            result.error = CommandText::tr("the command was ended by a signal");
        else if (status != 0)
            result.error = CommandText::tr("the command ended with status %1").arg(status);
        else
            result.isTaken = true;
        finish(result);
    });
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_isTooLate = true;
        if (m_process.processId() > 0)
            ::kill(static_cast<pid_t>(-m_process.processId()), SIGKILL);
    });
    m_limit.start(std::chrono::ceil<milliseconds>(way.timeLimit));
    if (way.usesShell)
        m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), way.command.value(0)});
    else
        m_process.start(way.command.value(0), way.command.mid(1));
    m_process.write(QJsonDocument(delivery.payload).toJson(QJsonDocument::Compact) + '\n');
    m_process.closeWriteChannel();
}

CommandRun::~CommandRun()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    if (m_process.processId() > 0)
        ::kill(static_cast<pid_t>(-m_process.processId()), SIGKILL);
    m_process.kill();
    m_process.waitForFinished(2000); // it is dead: only the news of it is waited for
}

void CommandRun::finish(const DeliveryResult &result)
{
    m_limit.stop();
    if (const Done done = std::exchange(m_done, nullptr))
        done(result);
}

} // namespace Pongwatch
