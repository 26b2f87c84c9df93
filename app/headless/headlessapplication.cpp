// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/headlessapplication.h"

#include <QGuiApplication>

#include <cstdio>

namespace Pongwatch
{

namespace
{

/// Without a session, as under cron, Qt tells that there is no XDG_RUNTIME_DIR. Nothing here needs one, and a
/// command's standard error is for what the user has to know.
void leaveOutRuntimeFolder(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QStringLiteral("QStandardPaths: ")))
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

} // namespace

std::unique_ptr<QCoreApplication> makeHeadlessApplication(int &argc, char **argv, bool paints)
{
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QtMessageHandler before = qInstallMessageHandler(leaveOutRuntimeFolder);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(before);
    return application;
}

} // namespace Pongwatch
