// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/commandrun.h"

#include "alerts/delivery/alertpayload.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostOutput = 4096;
constexpr qsizetype longestVariable = 30'000; // a system takes 128 KiB in one
constexpr qsizetype quotedOutput = 200;

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CommandRun)
};

/// A file that is nowhere on a disk, with this content; -1: there is none.
int fileInMemory(const QByteArray &content)
{
    const int file = ::memfd_create("pongwatch", MFD_CLOEXEC);
    if (file >= 0 && ::write(file, content.constData(), size_t(content.size())) != content.size()) {
        ::close(file);
        return -1;
    }
    return file;
}

/// How its output ends, which says most.
QString lastLineOf(const QString &said)
{
    return said.section(u'\n', -1).trimmed().left(quotedOutput);
}

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

CommandJob commandJob(const CommandWay &way, const Delivery &delivery)
{
    CommandJob job;
    job.program = way.usesShell ? QStringLiteral("/bin/sh") : way.command.value(0);
    job.arguments =
        way.usesShell ? QStringList{QStringLiteral("-c"), way.command.value(0)} : way.command.mid(1);
    job.variables = commandVariables(delivery.payload);
    job.input = QJsonDocument(delivery.payload).toJson(QJsonDocument::Compact) + '\n';
    job.picture = delivery.picture;
    job.timeLimit = way.timeLimit;
    return job;
}

CommandRun::CommandRun(const CommandJob &job, Done done, QObject *parent)
    : QObject(parent)
    , m_done(std::move(done))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        DeliveryResult result;
        result.needsMending = true;
        result.error = CommandText::tr("the command can't be started: %1").arg(m_process.errorString());
        finish(result);
    });
    connect(&m_process, &QProcess::readyRead, this, [this] {
        if (m_process.bytesAvailable() > 4 * mostOutput)
            m_process.skip(m_process.bytesAvailable() - mostOutput); // the end says most
    });
    connect(&m_process, &QProcess::finished, this, &CommandRun::takeEnd);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_isTooLate = true;
        if (m_process.processId() > 0)
            ::kill(static_cast<pid_t>(-m_process.processId()), SIGKILL);
    });
    start(job);
}

void CommandRun::start(const CommandJob &job)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = job.variables.begin(); it != job.variables.end(); ++it)
        environment.insert(it.key(), it.value());
    QStringList arguments = job.arguments;
    if (!job.picture.isEmpty()) {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("pongwatch.png")));
        if (file.open(QIODevice::WriteOnly) && file.write(job.picture) == job.picture.size()) {
            environment.insert(QStringLiteral("PONGWATCH_PICTURE"), file.fileName());
            if (!job.pictureArgument.isEmpty())
                arguments.append(job.pictureArgument.arg(file.fileName()));
        }
    }
    if (!job.inherited.isEmpty()) {
        m_inherited = fileInMemory(job.inherited);
        arguments.append(job.inheritedArgument.arg(QStringLiteral("/dev/fd/%1").arg(m_inherited)));
    }
    m_process.setProcessEnvironment(environment);
    m_process.setChildProcessModifier([file = m_inherited] {
        ::setpgid(0, 0); // a group of its own: what it starts is ended with it
        if (file >= 0)
            ::fcntl(file, F_SETFD, 0); // it alone inherits it
    });
    m_limit.start(std::chrono::ceil<milliseconds>(job.timeLimit));
    m_process.start(job.program, arguments);
    m_process.write(job.input);
    m_process.closeWriteChannel();
    if (m_inherited >= 0)
        ::close(std::exchange(m_inherited, -1));
}

void CommandRun::takeEnd(int status, QProcess::ExitStatus how)
{
    DeliveryResult result;
    const QByteArray all = m_process.readAll();
    result.said = harmlessText(QString::fromUtf8(all.right(mostOutput)).trimmed(), mostOutput);
    const QString last = lastLineOf(QString::fromUtf8(all.right(mostOutput)).trimmed());
    if (m_isTooLate)
        result.error = CommandText::tr("the command did not end in time");
    else if (how == QProcess::CrashExit)
        result.error = CommandText::tr("the command was ended by a signal");
    else if (status != 0 && last.isEmpty())
        result.error = CommandText::tr("the command ended with status %1").arg(status);
    else if (status != 0)
        result.error = CommandText::tr("the command ended with status %1: %2")
                           .arg(QString::number(status), harmlessText(last, quotedOutput));
    else
        result.isTaken = true;
    finish(result);
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
    if (const Done done = std::exchange(m_done, nullptr)) {
        done(result);
        deleteLater();
    }
}

} // namespace Pongwatch
