// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs others to look at the frames of a peer that floods:
//   bench_frames --workspace FILE --turns N --seconds S
// The workspace has a peer "flood" and steady ones. In turns the pane of frames is closed, and open with the
// flood in it. Prints one JSON object: the median round trips of the steady ones, and what was shown of the
// flood.
#include "app/window/application.h"
#include "app/window/features/framesfeature.h"
#include "app/window/mainwindow.h"
#include "items/framelistmodel.h"
#include "widgets/frames/framespane.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Pongwatch;

namespace
{

constexpr milliseconds settling{700};

void letPass(milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Milliseconds of the pings that steady peers answered since that moment.
void addRoundTrips(const PeerBook &book, PeerId flood, WallTime since, std::vector<double> &into)
{
    for (const PeerId peer : book.peers()) {
        if (peer == flood)
            continue;
        for (const PingSample &sample : book.record(peer)->series().samples(since, book.now()))
            if (hasRoundTrip(sample.outcome))
                into.push_back(toMilliseconds(sample.rtt));
    }
}

/// The highest number of a frame; marks don't have one.
quint64 newestIn(const FrameListModel &model)
{
    quint64 newest = 0;
    for (const SeenFrame &frame : model.all())
        newest = std::max(newest, frame.number);
    return newest;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("workspace"), QString(), QStringLiteral("file")},
                        {QStringLiteral("turns"), QString(), QStringLiteral("n"), QStringLiteral("3")},
                        {QStringLiteral("seconds"), QString(), QStringLiteral("s"), QStringLiteral("3")}});
    options.process(application);
    const auto turn = std::chrono::duration_cast<milliseconds>(
        fromSeconds(options.value(QStringLiteral("seconds")).toDouble()));

    Application watching(Application::Options{options.value(QStringLiteral("workspace")), {}, {}});
    if (!watching.loadKeptPeers())
        return 1;
    MainWindow window(&watching);
    window.resize(1280, 800);
    window.show();
    const PeerBook &book = *watching.book();
    const auto isOpen = [&book](PeerId peer) { return book.record(peer)->state() == ConnectionState::Open; };
    QElapsedTimer patience;
    patience.start();
    while (book.peers().isEmpty() || !std::all_of(book.peers().cbegin(), book.peers().cend(), isOpen)) {
        if (patience.hasExpired(60'000))
            return 1;
        letPass(milliseconds(100));
    }
    const auto isFlood = [&book](PeerId peer) { return book.record(peer)->name() == QLatin1String("flood"); };
    const PeerId flood = *std::find_if(book.peers().cbegin(), book.peers().cend(), isFlood);
    window.peerList()->selectPeer(flood);
    auto *frames = window.findChild<FramesFeature *>();
    auto *open = window.findChild<QAction *>(QStringLiteral("frames"));

    std::vector<double> closed;
    std::vector<double> beside;
    quint64 shown = 0;
    quint64 missed = 0;
    for (int i = 0; i < options.value(QStringLiteral("turns")).toInt(); ++i) {
        open->setChecked(false);
        letPass(settling);
        WallTime since = book.now();
        letPass(turn);
        addRoundTrips(book, flood, since, closed);

        open->setChecked(true);
        letPass(settling);
        frames->takeFrames();
        since = book.now();
        const FrameListModel *model = frames->pane()->frames();
        const quint64 missedBefore = model->missed();
        const quint64 newestBefore = newestIn(*model);
        letPass(turn);
        addRoundTrips(book, flood, since, beside);
        frames->takeFrames();
        missed += model->missed() - missedBefore;
        shown += newestIn(*model) - newestBefore - (model->missed() - missedBefore);
    }
    std::printf("{\"closed_ms\": %.6f, \"open_ms\": %.6f, \"pings_closed\": %zu, \"pings_open\": %zu, "
                "\"frames\": %llu, \"not_shown\": %llu}\n",
                medianOf(closed), medianOf(beside), closed.size(), beside.size(),
                static_cast<unsigned long long>(shown + missed), static_cast<unsigned long long>(missed));
    return 0;
}
