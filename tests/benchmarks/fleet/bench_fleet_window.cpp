// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes until a window over a fleet shows all peers, and whether its list is fluid then:
//   bench_fleet_window URL BEGUN    BEGUN: when the process was started, in ns of CLOCK_MONOTONIC
// Writes a JSON line.
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "widgets/peerlistview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Pongwatch;
using Steady = std::chrono::steady_clock;

namespace
{

constexpr milliseconds patience = seconds(120);

double processSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

qsizetype rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    qsizetype rows = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows += model.hasChildren(index) ? rowsOf(model, index) : 1;
    }
    return rows;
}

/// How long the GUI thread takes for each step of scrolling through the whole list.
std::vector<double> scroll(PeerListView *list)
{
    constexpr int steps = 300;
    std::vector<double> times;
    QScrollBar *bar = list->verticalScrollBar();
    for (int step = 0; step < steps; ++step) {
        const auto begun = Steady::now();
        bar->setValue(bar->maximum() * step / steps);
        QApplication::processEvents();
        times.push_back(std::chrono::duration<double, std::milli>(Steady::now() - begun).count());
    }
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    if (argc != 3) {
        std::fputs("bench_fleet_window URL BEGUN\n", stderr);
        return 2;
    }
    const Steady::time_point begun{nanoseconds(QString::fromLocal8Bit(argv[2]).toLongLong())};
    Application application(Application::Options{});
    MainWindow window(&application);
    window.resize(1440, 900);
    window.show();
    ConnectionSettings settings;
    settings.url = QUrl(QString::fromLocal8Bit(argv[1]));
    settings.proxy.kind = ProxyKind::None;
    FleetBoard *board = application.fleetSession()->board();
    application.fleetSession()->open(settings);

    PeerListView *list = window.peerList();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        const qsizetype peers = board->summary().peers - board->leftOut();
        if (Steady::now() - begun > patience) {
            std::fprintf(stderr, "the list is not complete: %s\n", qUtf8Printable(board->problem()));
            std::_Exit(1);
        }
        if (board->state() != FleetBoard::State::Current || rowsOf(*list->model()) < peers)
            return;
        look.stop();
        list->viewport()->repaint();
        const double opened = std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
        const double cpu = processSeconds();
        const double gui = threadSeconds();
        const std::vector<double> steps = scroll(list);
        std::printf("{\"of\":\"window\",\"vantages\":%lld,\"peers\":%lld,\"ms\":%.0f,\"cpu_ms\":%.0f,"
                    "\"gui_cpu_ms\":%.0f,\"scroll_median_ms\":%.2f,\"scroll_p95_ms\":%.2f,"
                    "\"scroll_max_ms\":%.2f}\n",
                    static_cast<long long>(board->vantages().size()), static_cast<long long>(peers), opened,
                    cpu * 1000, gui * 1000, steps[steps.size() / 2], steps[steps.size() * 95 / 100],
                    steps.back());
        std::fflush(stdout);
        std::_Exit(0);
    });
    look.start(milliseconds(10));
    return QApplication::exec();
}
