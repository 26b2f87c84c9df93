// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs the GUI thread to look at a large history: the real window on the file of fillHistory(), its
// chart panned by dragging and zoomed by the wheel. One JSON object for each view on standard output.
//   bench_chart --file PATH [--peers 20] [--days 30] [--steps 120]     the file is made when it is not there
// A frame is all that the GUI thread does between two steps, which come every 16 ms: handling the event,
// taking what was read, making the series, painting.
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "tests/benchmarks/history/historyfiller.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chartpane.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QSemaphore>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace Pongwatch;
using namespace Pongwatch::Benchmarks;
using Steady = std::chrono::steady_clock;

namespace
{

constexpr milliseconds beat{16};

double inMilliseconds(nanoseconds time)
{
    return static_cast<double>(time.count()) / 1e6;
}

/// The GUI thread has nothing to do.
void rest(milliseconds time)
{
    if (time > milliseconds(0))
        QSemaphore().tryAcquire(1, static_cast<int>(time.count()));
}

/// The window with all peers of the file in its chart.
class Bench
{
public:
    Bench(const QString &file, int peers, int days)
        : m_end(historyStart + std::chrono::hours(24 * days))
        , m_application(Application::Options{})
        , m_reader(file)
        , m_window(&m_application)
    {
        m_application.series()->readPast(&m_reader);
        QObject::connect(m_application.series(), &SeriesSource::changed, &m_window, [this](PeerId peer) {
            if (++m_told[peer] == 1)
                m_coarseAt = Steady::now();
            m_fineAt = Steady::now();
        });
        QObject::connect(m_application.series(), &SeriesSource::heatReady, &m_window,
                         [this] { m_fineAt = Steady::now(); });
        Batch opened;
        for (int number = 1; number <= peers; ++number) {
            const PeerId peer{static_cast<quint32>(number)};
            m_application.book()->add(peer, historyPeer(number));
            opened.items.emplace_back(
                ConnectionEvent{peer, 1, currentWallTime(), StateChanged{ConnectionState::Open, 0, {}}});
            m_peers.append(peer);
        }
        m_application.book()->apply(opened);
        m_window.resize(1440, 900);
        m_window.show();
        settle(milliseconds(500));
        pane()->setPeers(m_peers);
        settle(milliseconds(1500));
    }

    /// Shows a stretch not looked at before, waits for its pictures, and moves it around.
    void measure(const char *name, microseconds span, int steps)
    {
        const WallTime middle = m_end - (m_end - historyStart) / 2;
        m_told.clear();
        const auto begun = Steady::now();
        m_coarseAt = m_fineAt = begun;
        state()->show({middle - span / 2, middle + span / 2});
        settle(milliseconds(200));
        while (Steady::now() - m_fineAt < milliseconds(500) && Steady::now() - begun < seconds(20))
            settle(milliseconds(50));
        QJsonObject figures{{QStringLiteral("view"), QLatin1String(name)},
                            {QStringLiteral("span_s"), toSeconds(span)},
                            {QStringLiteral("peers"), m_peers.size()},
                            {QStringLiteral("fine_ms"), inMilliseconds(m_fineAt - begun)}};
        if (m_coarseAt != begun)
            figures.insert(QStringLiteral("coarse_ms"), inMilliseconds(m_coarseAt - begun));
        add(figures, "drag", drag(steps));
        add(figures, "zoom", zoom(steps));
        std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    void show(ChartPane::View view) { pane()->setView(view); }

    /// Follows the present while each peer measures once a second.
    void measureLive(int steps)
    {
        state()->setSpan(std::chrono::minutes(5));
        state()->setLive(true);
        quint32 seq = 0;
        int step = 0;
        const std::vector<nanoseconds> frames = run(steps * 4, [&] {
            Batch batch;
            for (qsizetype i = 0; i < m_peers.size(); ++i) {
                if ((step + i) % 60 != 0)
                    continue;
                PingSample sample;
                sample.peer = m_peers.at(i);
                sample.connection = 1;
                sample.seq = ++seq;
                sample.sentAt = currentWallTime();
                sample.rtt = microseconds(20'000 + seq * 37 % 5000);
                batch.items.emplace_back(sample);
            }
            ++step;
            if (!batch.items.empty())
                m_application.book()->apply(batch);
        });
        QJsonObject figures{{QStringLiteral("view"), QStringLiteral("live")},
                            {QStringLiteral("peers"), m_peers.size()}};
        add(figures, "live", frames);
        std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

private:
    [[nodiscard]] ChartPane *pane() { return m_window.chartPane(); }
    [[nodiscard]] ChartState *state() { return pane()->state(); }
    [[nodiscard]] QWidget *target()
    {
        return pane()->view() == ChartPane::View::HeatMap ? static_cast<QWidget *>(pane()->heatMap())
                                                          : static_cast<QWidget *>(pane()->chart());
    }

    static void settle(milliseconds time)
    {
        const auto end = Steady::now() + time;
        while (Steady::now() < end) {
            QApplication::processEvents();
            rest(milliseconds(1));
        }
    }

    /// Acts once per beat; returns the times of the GUI thread, except those with nothing to do.
    template <typename Act>
    static std::vector<nanoseconds> run(int steps, const Act &act)
    {
        std::vector<nanoseconds> frames;
        auto next = Steady::now();
        for (int step = 0; step < steps; ++step) {
            const auto begun = Steady::now();
            act();
            QApplication::sendPostedEvents();
            QApplication::processEvents();
            QApplication::processEvents(); // what was started by the first round
            const nanoseconds busy = Steady::now() - begun;
            if (busy > std::chrono::microseconds(300))
                frames.push_back(busy);
            next = std::max(next + beat, Steady::now());
            rest(std::chrono::duration_cast<milliseconds>(next - Steady::now()));
        }
        return frames;
    }

    void mouse(QEvent::Type type, const QPointF &place, Qt::MouseButtons held)
    {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, place, target()->mapToGlobal(place), button, held, Qt::NoModifier);
        QApplication::sendEvent(target(), &event);
    }

    /// Far enough to leave the range that has been read twice.
    std::vector<nanoseconds> drag(int steps)
    {
        const double middle = target()->width() / 2.0;
        QPointF place(200, target()->height() / 2.0);
        mouse(QEvent::MouseButtonPress, place, Qt::LeftButton);
        std::vector<nanoseconds> frames = run(steps, [&] {
            place.rx() += middle / 10;
            mouse(QEvent::MouseMove, place, Qt::LeftButton);
        });
        mouse(QEvent::MouseButtonRelease, place, Qt::NoButton);
        return frames;
    }

    std::vector<nanoseconds> zoom(int steps)
    {
        const QPointF place(target()->width() / 2.0, target()->height() / 2.0);
        int step = 0;
        return run(steps, [&] {
            const int angle = (step++ / 20) % 2 == 0 ? 60 : -60; // in, and out again
            QWheelEvent event(place, target()->mapToGlobal(place), {}, {0, angle}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(target(), &event);
        });
    }

    static void add(QJsonObject &figures, const char *name, std::vector<nanoseconds> frames)
    {
        std::sort(frames.begin(), frames.end());
        const auto at = [&frames](size_t percent) {
            return frames.empty()
                       ? 0.0
                       : inMilliseconds(frames[std::min(frames.size() - 1, frames.size() * percent / 100)]);
        };
        figures.insert(QLatin1String(name), QJsonObject{{QStringLiteral("frames"), qint64(frames.size())},
                                                        {QStringLiteral("median_ms"), at(50)},
                                                        {QStringLiteral("p95_ms"), at(95)},
                                                        {QStringLiteral("max_ms"), at(100)}});
    }

    WallTime m_end;
    Application m_application;
    HistoryReader m_reader;
    MainWindow m_window;
    QList<PeerId> m_peers;
    std::map<PeerId, int> m_told; // pictures, by peer
    Steady::time_point m_coarseAt;
    Steady::time_point m_fineAt;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("file"), {}, QStringLiteral("path")},
                       {QStringLiteral("peers"), {}, QStringLiteral("n"), QStringLiteral("20")},
                       {QStringLiteral("days"), {}, QStringLiteral("n"), QStringLiteral("30")},
                       {QStringLiteral("steps"), {}, QStringLiteral("n"), QStringLiteral("120")}});
    parser.process(app);
    const QString file = parser.value(QStringLiteral("file"));
    const int peers = parser.value(QStringLiteral("peers")).toInt();
    const int days = parser.value(QStringLiteral("days")).toInt();
    const int steps = parser.value(QStringLiteral("steps")).toInt();
    if (!QFile::exists(file))
        fillHistory(file, peers, days);
    Bench bench(file, peers, days);
    bench.measure("minute", std::chrono::minutes(1), steps);
    bench.measure("hour", std::chrono::hours(1), steps);
    bench.measure("day", std::chrono::hours(24), steps);
    bench.measure("week", std::chrono::hours(24 * 7), steps);
    bench.measure("month", std::chrono::hours(24 * days), steps);
    bench.measureLive(steps);
    bench.show(ChartPane::View::HeatMap);
    bench.measure("heat map, day", std::chrono::hours(24), steps);
    std::fflush(stdout);
    std::_Exit(0);
}
