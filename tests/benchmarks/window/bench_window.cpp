// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs its thread. Two kinds of runs:
//   bench_window --peers N --seconds S              samples made up here, one a peer and second, in batches
//                                                   as the monitor sends them: the GUI thread alone
//                --groups G                         the peers are dealt to so many groups
//   bench_window --peers N --seconds S --port P     real connections to bench_server on port P; with
//                --busy 0.5 --how wait|work         that share of the time the GUI thread waits, or computes
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "items/peerfiltermodel.h"
#include "tests/benchmarks/engine/loopback.h"
#include "tests/benchmarks/window/guimeter.h"
#include "widgets/chartpane.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"

#include <QCommandLineParser>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSemaphore>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Pongwatch;
using namespace Pongwatch::Benchmarks;

namespace
{

constexpr int batchesASecond = 20;
constexpr milliseconds busyPeriod{40};

/// Fills a book with peers that were never dialled, and makes the batches of a monitor that pings them.
class MadeUpPeers
{
public:
    MadeUpPeers(Application *application, int count, int groups)
        : m_application(application)
        , m_count(count)
    {
        Batch opened;
        for (int i = 0; i < count; ++i) {
            const PeerId peer{quint32(i + 1)};
            ConnectionSettings settings;
            settings.name = QStringLiteral("peer %1").arg(i);
            settings.url = QUrl(QStringLiteral("wss://example.com/%1").arg(i));
            const QString group = groups > 0 ? QStringLiteral("group %1").arg(i % groups) : QString();
            application->book()->add(peer, settings, {group, {}});
            opened.items.emplace_back(
                ConnectionEvent{peer, 1, currentWallTime(), StateChanged{ConnectionState::Open, 0, {}}});
        }
        send(opened);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, application, [this] { tick(); });
        m_timer.start(std::chrono::milliseconds(1000 / batchesASecond));
    }

private:
    void send(const Batch &batch)
    {
        m_application->book()->apply(batch);
        m_application->eventLog()->append(batch);
    }

    void tick()
    {
        Batch batch;
        const int first = m_count * (m_ticks % batchesASecond) / batchesASecond;
        const int end = m_count * (m_ticks % batchesASecond + 1) / batchesASecond;
        for (int i = first; i < end; ++i) {
            PingSample sample;
            sample.peer = PeerId{quint32(i + 1)};
            sample.connection = 1;
            sample.seq = quint32(m_ticks / batchesASecond + 1);
            sample.sentAt = currentWallTime();
            sample.rtt = microseconds(20'000 + m_random.bounded(5'000));
            batch.items.emplace_back(sample);
        }
        ++m_ticks;
        send(batch);
    }

    Application *m_application;
    int m_count;
    int m_ticks = 0;
    QRandomGenerator m_random{1};
    QTimer m_timer;
};

void dial(Application *application, int count, int port)
{
    constexpr int mostByQWebSocket = 1000; // above this, users take the client that needs less memory
    QList<ConnectionSettings> peers;
    for (int i = 0; i < count; ++i) {
        ConnectionSettings settings;
        settings.name = QStringLiteral("peer %1").arg(i);
        settings.url.setScheme(QStringLiteral("ws"));
        settings.url.setHost(QString::fromStdString(addressOf(i)));
        settings.url.setPort(port);
        settings.keepalive.interval = seconds(1);
        settings.proxy.kind = ProxyKind::None;
        settings.client = count > mostByQWebSocket ? Client::Wire : Client::Qt;
        peers.append(settings);
    }
    application->addPeersForThisRun(peers);
}

void work(milliseconds duration)
{
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {
    }
}

/// Blocks the GUI thread for a share of the time.
void burden(QTimer *timer, double share, bool waits)
{
    const milliseconds duration(qRound(share * double(busyPeriod.count())));
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, timer, [duration, waits] {
        if (waits)
            QSemaphore().tryAcquire(1, int(duration.count()));
        else
            work(duration);
    });
    timer->start(busyPeriod);
}

/// The median of the peers' medians; 0 if nothing was answered.
nanoseconds medianRoundTrip(const PeerBook &book)
{
    std::vector<nanoseconds> medians;
    for (const PeerId peer : book.peers())
        if (const auto median = book.record(peer)->statistics().histogram().quantile(0.5))
            medians.push_back(*median);
    if (medians.empty())
        return {};
    std::nth_element(medians.begin(), medians.begin() + std::ptrdiff_t(medians.size() / 2), medians.end());
    return medians[medians.size() / 2];
}

/// How long a step of scrolling takes until it is on the screen, the maximum and p95; through the whole list,
/// while samples keep coming.
struct Scrolling {
    nanoseconds p95{0};
    nanoseconds worst{0};
};

Scrolling measureScrolling(MainWindow *window)
{
    constexpr int steps = 300;
    QScrollBar *bar = window->peerList()->verticalScrollBar();
    std::vector<nanoseconds> times;
    for (int step = 0; step < steps; ++step) {
        const auto begun = std::chrono::steady_clock::now();
        bar->setValue(bar->maximum() * step / steps);
        QApplication::processEvents();
        times.push_back(std::chrono::steady_clock::now() - begun);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() * 95 / 100], times.back()};
}

/// How long a movement of the pointer takes until everything that follows it (crosshair, readout, highlighted
/// rows and lines) is on the screen, p95.
struct Pointing {
    nanoseconds chart{0};
    nanoseconds list{0};
};

nanoseconds measurePointer(QWidget *target)
{
    constexpr int steps = 300;
    constexpr int acrosses = 3; // of the height, while the width is crossed once
    std::vector<nanoseconds> times;
    for (int step = 0; step < steps; ++step) {
        const QPointF place(double(target->width() * step) / steps,
                            double((target->height() * step * acrosses / steps) % target->height()));
        const auto begun = std::chrono::steady_clock::now();
        QMouseEvent event(QEvent::MouseMove, place, target->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(target, &event);
        QApplication::processEvents();
        times.push_back(std::chrono::steady_clock::now() - begun);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

Pointing measurePointing(MainWindow *window)
{
    return {measurePointer(window->chartPane()->chart()), measurePointer(window->peerList()->viewport())};
}

/// How long users wait when they sort the list or type into its filter, while samples keep coming.
struct Patience {
    nanoseconds sort{0};
    nanoseconds filter{0};
};

Patience measurePatience(MainWindow *window)
{
    const auto timed = [](const auto &act) {
        const auto begun = std::chrono::steady_clock::now();
        act();
        QApplication::processEvents(); // the new order is on the screen
        return std::chrono::steady_clock::now() - begun;
    };
    PeerListView *list = window->peerList();
    auto *filter = qobject_cast<PeerFilterModel *>(list->model());
    Patience result;
    result.sort = timed([&] { list->sortByColumn(int(PeerColumn::LastRtt), Qt::DescendingOrder); });
    result.filter = timed([&] { filter->setFilterText(QStringLiteral("99")); });
    return result;
}

void print(const GuiMeter &meter, const PeerBook &book, double busy, const QString &how,
           const Patience &patience, const Scrolling &scrolling, const Pointing &pointing, int groups)
{
    const auto us = [](nanoseconds time) { return double(time.count()) / 1000; };
    const auto frame = [&](std::size_t percent) {
        const auto &frames = meter.frames();
        return frames.empty() ? 0.0 : us(frames[std::min(frames.size() - 1, frames.size() * percent / 100)]);
    };
    std::printf("{\"what\":\"window\",\"peers\":%lld,\"busy\":%.2f,\"how\":\"%s\",\"gui_cpu_percent\":%.2f,"
                "\"frames\":%zu,"
                "\"frame_median_us\":%.0f,\"frame_p95_us\":%.0f,\"frame_max_us\":%.0f,\"rtt_median_us\":%.1f,"
                "\"sort_us\":%.0f,\"filter_us\":%.0f,\"groups\":%d,\"scroll_p95_us\":%.0f,"
                "\"scroll_max_us\":%.0f,\"point_chart_p95_us\":%.0f,\"point_list_p95_us\":%.0f}\n",
                static_cast<long long>(book.peers().size()), busy, qUtf8Printable(how),
                100 * us(meter.cpu()) / us(meter.duration()), meter.frames().size(), frame(50), frame(95),
                frame(100), us(medianRoundTrip(book)), us(patience.sort), us(patience.filter), groups,
                us(scrolling.p95), us(scrolling.worst), us(pointing.chart), us(pointing.list));
}

} // namespace

int main(int argc, char **argv)
{
    GuiMeter app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("peers"), {}, QStringLiteral("n"), QStringLiteral("1000")},
                       {QStringLiteral("seconds"), {}, QStringLiteral("s"), QStringLiteral("10")},
                       {QStringLiteral("port"), {}, QStringLiteral("p"), QStringLiteral("0")},
                       {QStringLiteral("busy"), {}, QStringLiteral("share"), QStringLiteral("0")},
                       {QStringLiteral("how"), {}, QStringLiteral("how"), QStringLiteral("wait")},
                       {QStringLiteral("groups"), {}, QStringLiteral("n"), QStringLiteral("0")},
                       {QStringLiteral("selected"), {}, QStringLiteral("n"), QStringLiteral("8")},
                       {QStringLiteral("sorted"), {}, QStringLiteral("0|1"), QStringLiteral("0")}});
    parser.process(app);
    const int peers = parser.value(QStringLiteral("peers")).toInt();
    const int groups = parser.value(QStringLiteral("groups")).toInt();
    const int port = parser.value(QStringLiteral("port")).toInt();
    const double busy = parser.value(QStringLiteral("busy")).toDouble();
    const milliseconds duration(qRound(parser.value(QStringLiteral("seconds")).toDouble() * 1000));
    raiseDescriptorLimit();

    Application application(Application::Options{});
    MainWindow window(&application);
    window.show();
    std::unique_ptr<MadeUpPeers> madeUp;
    if (port > 0)
        dial(&application, peers, port);
    else
        madeUp = std::make_unique<MadeUpPeers>(&application, peers, groups);
    // The worst column to sort by: every sample can move its row.
    if (parser.value(QStringLiteral("sorted")) == QStringLiteral("1"))
        window.peerList()->sortByColumn(int(PeerColumn::LastRtt), Qt::DescendingOrder);
    QItemSelectionModel *selection = window.peerList()->selectionModel();
    const QAbstractItemModel *rows = window.peerList()->model();
    // None: all peers are shown together.
    const int selected = parser.value(QStringLiteral("selected")).toInt();
    for (int row = 0; row < std::min(selected, rows->rowCount()); ++row)
        selection->select(rows->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);

    const QString how = parser.value(QStringLiteral("how"));
    QTimer burdenTimer;
    if (busy > 0)
        burden(&burdenTimer, busy, how == QStringLiteral("wait"));
    // Whatever the first seconds need (dials, first rows, growing tables) doesn't go on all day.
    const milliseconds warmUp = milliseconds(5000) + milliseconds(peers);
    QTimer::singleShot(warmUp, &window, [&] {
        app.begin();
        QTimer::singleShot(duration, &window, [&] {
            app.end();
            const Scrolling scrolling = measureScrolling(&window);
            const Pointing pointing = measurePointing(&window);
            print(app, *application.book(), busy, how, measurePatience(&window), scrolling, pointing, groups);
            std::fflush(stdout);
            std::_Exit(0);
        });
    });
    return GuiMeter::exec();
}
