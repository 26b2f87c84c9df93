// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/headlessapplication.h"

#include "app/headless/outputstream.h"

#include <QGuiApplication>
#include <QRegularExpression>

#include <cstdlib>

namespace Pongwatch
{

namespace
{

/// What Qt's own classes say of themselves ("QLockFile: …", "QIODevice::write (QTcpSocket): device not open")
/// is for who works on the program: a command's standard error is for what the user has to know. With
/// QT_LOGGING_RULES set it is told, for somebody who looks for it. All else goes where complaints go, and
/// waits for no reader.
void leaveOutWhatQtSays(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const QRegularExpression ofQt(QStringLiteral("^Q[A-Z][A-Za-z0-9]*(::|:| )"));
    if (type == QtFatalMsg || qEnvironmentVariableIsSet("QT_LOGGING_RULES") ||
        !ofQt.match(message).hasMatch())
        writeComplaint(qFormatLogMessage(type, context, message).toLocal8Bit() + '\n');
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

std::unique_ptr<QCoreApplication> makeHeadlessApplication(int &argc, char **argv, bool paints)
{
    qInstallMessageHandler(leaveOutWhatQtSays);
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace Pongwatch
