// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include "alerts/delivery/deliveryqueue.h"
#include "app/headless/endsignals.h"
#include "app/language/languages.h"
#include "app/window/application.h"
#include "app/window/desktop/linkservice.h"
#include "app/window/historysettings.h"
#include "app/window/mainwindow.h"
#include "app/window/picture.h"
#include "app/window/reporting/screenshot.h"
#include "app/window/windowsettings.h"
#include "engine/values/privatefiles.h"
#include "widgets/style/calmstyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace Pongwatch
{

namespace
{

constexpr int exitWrongUsage = 2;
constexpr int exitInterrupted = 130;

int fail(const Error &error)
{
    std::fprintf(stderr, "pongwatch: %s\n", qUtf8Printable(error.sentence()));
    return exitWrongUsage;
}

/// $XDG_DATA_HOME/pongwatch/history.sqlite, with its folder created; empty if that is impossible.
QString historyFile()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/pongwatch");
    // If it can't be created, the history reports that and keeps measurements in memory.
    static_cast<void>(makePrivateFolder(folder));
    makePrivate(folder);
    return folder + QStringLiteral("/history.sqlite");
}

/// For unsaved changes, next to the window's state.
QString rescueFolder()
{
    return QFileInfo(WindowSettings::path()).path();
}

/// Says where unsaved changes have been kept.
void tellRescued(const QString &path)
{
    if (path.isEmpty())
        return;
    const QString sentence =
        QCoreApplication::translate("Pongwatch::RunWindow", "unsaved changes were saved to %1").arg(path);
    std::fprintf(stderr, "pongwatch: %s\n", qUtf8Printable(sentence));
}

} // namespace

int runWindow(const WindowOptions &options)
{
    // A window that is there already has the peers of the link.
    const bool isLinkAlone = options.link && options.workspaceFile.isEmpty() && options.urls.isEmpty() &&
                             !options.demo && !options.fleet;
    if (isLinkAlone && LinkService::handOver(QDBusConnection::sessionBus(), options.linkText))
        return 0;
    // The run ends when connections are closed and files written, not when the last window closes.
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setStyle(new CalmStyle);

    Application::Options applicationOptions;
    applicationOptions.historyFile = historyFile();
    applicationOptions.history = keptHistoryOptions(WindowSettings());
    applicationOptions.useKeychain = true;
    applicationOptions.beginsAtOnce = false;
    applicationOptions.rescueFolder = rescueFolder();
    applicationOptions.trustFile = TrustKeeper::defaultFile();
    applicationOptions.alertFolder = DeliveryQueue::defaultFolder();
    Application application(applicationOptions);
    const QString kept = WindowSettings().value(QStringLiteral("language"), QString()).toString();
    application.languages()->choose(options.language.isEmpty() ? kept : options.language);
    application.session()->setDefaultsOfNew(WindowSettings().defaultsOfNewWorkspaces());
    if (!options.workspaceFile.isEmpty()) {
        application.begin();
        if (const Outcome opened = application.session()->open(options.workspaceFile); !opened)
            return fail(opened.error());
    }
    MainWindow window(&application, MainWindow::Frame());
    window.restoreFrame();
    std::unique_ptr<LinkService> links;
    const auto fill = [&application, &window, &options, &links] {
        if (options.workspaceFile.isEmpty()) {
            application.begin();
            // The user has not named the default workspace, so problems with it are shown in the
            // window.
            static_cast<void>(application.loadKeptPeers());
        }
        application.watchForThisRun(options.urls);
        window.fill();
        window.restoreLook();
        if (options.fleet)
            application.fleetSession()->open(*options.fleet);
        if (options.demo)
            window.startDemo();
        if (options.wall)
            window.openWall();
        // Not visible, so it comes after everything visible.
        QTimer::singleShot(0, &window, [&window, &links, &options] {
            window.useDesktop(QDBusConnection::sessionBus());
            links = std::make_unique<LinkService>(QDBusConnection::sessionBus());
            QObject::connect(links.get(), &LinkService::linkOpened, &window, [&window](const QString &text) {
                const Result<WindowLink> link =
                    text.isEmpty() ? Result<WindowLink>(WindowLink()) : readWindowLink(text);
                if (link)
                    window.openLink(link.value());
            });
            if (options.link)
                window.openLink(*options.link);
        });
    };
    if (options.minimized) {
        fill(); // a minimized window may never be painted
    } else {
        // Slow work starts when the window is visible, or soon if it is not going to be.
        QObject::connect(&window, &MainWindow::readyToFill, &application, fill);
    }
    int status = 0;
    QObject::connect(&window, &MainWindow::closed, &application, [&application] { application.stop(); });
    QObject::connect(&application, &Application::stopped, &window,
                     [&status] { QCoreApplication::exit(status); });
    const EndSignals signalled;
    QObject::connect(&signalled, &EndSignals::endWanted, &window, [&window, &application, &status] {
        status = exitInterrupted;
        // There may be nobody to answer a question.
        if (application.session()->mayLose()) {
            application.stop();
            tellRescued(application.rescue()->path());
        } else {
            window.close();
        }
    });
    if (!options.screenshotFile.isEmpty()) {
        QTimer::singleShot(std::chrono::ceil<milliseconds>(options.screenshotAfter), &window,
                           [&window, &status, &application, path = options.screenshotFile] {
                               const Outcome written = writePicture(
                                   takeScreenshot(window.wallOrThis(), *application.book()), path);
                               status = written ? 0 : fail(written.error());
                               application.stop();
                           });
    }
    if (options.minimized)
        window.showMinimized();
    else
        window.show();
    return QApplication::exec();
}

} // namespace Pongwatch
