// SPDX-License-Identifier: GPL-3.0-or-later
// The window over the fleet of a Prometheus (URL), as a program: whenever what it tells has changed, it
// prints a JSON line with the headline, the cells of each peer, and the sentence about the peer "edge". Ends
// with its input.
#include "app/window/application.h"
#include "app/window/fleets/fleetsession.h"
#include "app/window/mainwindow.h"
#include "items/peercolumns.h"
#include "items/vantagecells.h"
#include "widgets/fleet/fleetbar.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

namespace
{

using namespace Pongwatch;

QString cellsOf(Application &program, PeerId peer)
{
    const QModelIndex row = program.peerList()->indexOf(peer);
    QStringList texts;
    for (const VantageCell &cell :
         row.siblingAtColumn(column(PeerColumn::Vantages)).data(PeerVantagesRole).value<QList<VantageCell>>())
        texts.append(cell.vantage + u' ' + cell.word);
    return texts.join(QStringLiteral(", "));
}

QByteArray told(Application &program, MainWindow &window)
{
    QJsonObject peers;
    for (const PeerId peer : program.book()->peers()) {
        const QString name = program.book()->record(peer)->name();
        peers.insert(name, cellsOf(program, peer));
        if (name == QStringLiteral("edge") && window.peerList()->selectedPeers() != QList<PeerId>{peer})
            window.peerList()->selectPeer(peer);
    }
    const auto *bar = window.findChild<FleetBar *>();
    return QJsonDocument(QJsonObject{{QStringLiteral("headline"), bar ? bar->headline().text : QString()},
                                     {QStringLiteral("peers"), peers},
                                     {QStringLiteral("edge"), window.inspector()->sentence()}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("pongwatch"));
    const QApplication application(argc, argv);
    const QTemporaryDir home;
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    Application::Options options{home.filePath(QStringLiteral("none.pongwatch")), {}, {}};
    options.rescueFolder = home.filePath(QStringLiteral("rescue"));
    options.alertFolder = home.filePath(QStringLiteral("alerts"));
    Application program(std::move(options));
    MainWindow window(&program);
    window.show();
    ConnectionSettings prometheus;
    prometheus.url = QUrl(QCoreApplication::arguments().value(1));
    program.fleetSession()->setPause(milliseconds(300));
    program.fleetSession()->open(prometheus);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    QByteArray last;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const QByteArray now = told(program, window);
        if (now == last)
            return;
        last = now;
        std::printf("%s\n", now.constData());
        std::fflush(stdout);
    });
    look.start(milliseconds(100));
    QCoreApplication::exec();
    window.close();
    program.stop();
    return 0;
}
