// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>

namespace Pongwatch::TestSupport
{

/// The built program as a child process, without a display. Killed with this object.
class ProgramRun
{
public:
    explicit ProgramRun(const QStringList &arguments,
                        const QProcessEnvironment &environment = plainEnvironment());
    ~ProgramRun();
    ProgramRun(const ProgramRun &) = delete;
    ProgramRun &operator=(const ProgramRun &) = delete;

    /// The caller's environment without a display and without what changes the output.
    [[nodiscard]] static QProcessEnvironment plainEnvironment();

    /// Waits for the end; gives the exit status, -1 when there is none within 30 s or the program crashed.
    [[nodiscard]] int exitStatus();

    void interrupt(int signal);

    /// Everything on standard output so far.
    [[nodiscard]] QByteArray output();
    [[nodiscard]] QByteArray errors();

    /// Standard output so far as JSON objects, one a line; fails the test at a line that is none.
    [[nodiscard]] QList<QJsonObject> events();
    /// Those of one sort.
    [[nodiscard]] QList<QJsonObject> events(const QString &name);

    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace Pongwatch::TestSupport
