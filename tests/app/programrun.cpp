// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace Pongwatch::TestSupport
{

ProgramRun::ProgramRun(const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProgram(QStringLiteral(PONGWATCH_PROGRAM));
    m_process.setArguments(arguments);
    m_process.setProcessEnvironment(environment);
    m_process.start();
}

ProgramRun::~ProgramRun()
{
    m_process.kill();
    m_process.waitForFinished();
}

QProcessEnvironment ProgramRun::plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NO_COLOR", "LANGUAGE", "http_proxy",
          "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

int ProgramRun::exitStatus()
{
    constexpr int patienceMs = 30'000;
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patienceMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ProgramRun::interrupt(int signal)
{
    // 0 when it has ended: kill() would take that for the caller's whole group.
    if (const auto process = static_cast<pid_t>(m_process.processId()); process > 0)
        ::kill(process, signal);
}

QByteArray ProgramRun::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QByteArray ProgramRun::errors()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QList<QJsonObject> ProgramRun::events()
{
    QByteArray text = output();
    text.truncate(text.lastIndexOf('\n') + 1); // the last line may be incomplete
    QList<QJsonObject> events;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (!document.isObject())
            QTest::qFail(QByteArray("no JSON object: " + line).constData(), __FILE__, __LINE__);
        events.append(document.object());
    }
    return events;
}

QList<QJsonObject> ProgramRun::events(const QString &name)
{
    QList<QJsonObject> some;
    for (const QJsonObject &event : events())
        if (event.value(QStringLiteral("event")).toString() == name)
            some.append(event);
    return some;
}

} // namespace Pongwatch::TestSupport
