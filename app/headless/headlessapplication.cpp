// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/headlessapplication.h"

#include "app/headless/outputstream.h"
#include "engine/values/regularfile.h"

#include <QGuiApplication>
#include <QRegularExpression>

#include <cstdlib>

namespace Pongwatch
{

namespace
{

/// What Qt's own classes report ("QLockFile: …", "QIODevice::write (QTcpSocket): device not open") is for
/// developers: the standard error of a command is for what the user has to know. If QT_LOGGING_RULES is set,
/// it is written for whoever is looking for it. Everything else is written like complaints, without waiting
/// for a reader.
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

bool mentionsWays(const QString &workspace)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    const Result<QByteArray> text = readRegularFileWithin(seconds(1), {}, workspace, most);
    return text && text.value().contains("\"channels\"");
}

std::unique_ptr<QCoreApplication> makeHeadlessApplication(int &argc, char **argv, bool paints)
{
    qInstallMessageHandler(leaveOutWhatQtSays);
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace Pongwatch
