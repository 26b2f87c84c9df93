// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/damagedhistory.h"

#include "history/store/historycheck.h"
#include "history/store/historyrepair.h"
#include "history/store/historystore.h"
#include "tests/models/history/seriesmaker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

namespace Pongwatch::TestSupport
{

namespace
{

constexpr int pageSize = 4096;

void insist(bool holds, const char *what)
{
    if (!holds)
        qFatal("not so: %s", what);
}

Batch batchFrom(const auto &items)
{
    Batch batch;
    batch.items.assign(items.begin(), items.end());
    return batch;
}

void setPeerOf(HistoryStore &store)
{
    store.setPeer(thePeer, QStringLiteral("edge-1"), QUrl(QStringLiteral("wss://edge-1.example/live")));
}

/// An intact file with everything that a history can contain, and a folder for copies of it.
class Workbench
{
public:
    Workbench()
    {
        constexpr SteadyTime start(seconds(1000));
        {
            HistoryOptions options;
            options.path = path();
            HistoryStore store(options);
            setPeerOf(store);
            Closed closed;
            closed.verdict.cause = Cause::PeerClose;
            closed.verdict.received = CloseFrame{1012, QStringLiteral("restart")};
            store.append(
                batchFrom(std::vector{stateIs(epoch, ConnectionState::Open), happened(epoch, Opened{}),
                                      happened(epoch + std::chrono::minutes(10), closed)}),
                start);
            store.keepNote(Note{7, epoch, QStringLiteral("edge-1"), QStringLiteral("deployed")}, start);
            store.append(batchFrom(mixedSeries(1, count, seconds(10))), start);
            store.flush(start + seconds(10));
            // These are waiting in the journal.
            store.append(batchFrom(mixedSeries(2, 20, seconds(10), epoch + std::chrono::hours(5))),
                         start + seconds(11));
        }
        QFile file(path());
        insist(file.open(QIODevice::ReadOnly), "the sound file can be read");
        m_sound = file.readAll();
        file.close();
        const Result<HistoryCheck> check = checkHistory(path());
        insist(check && check.value().isFine(), "the sound file is sound");
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    [[nodiscard]] const QByteArray &sound() const { return m_sound; }

    void put(const QByteArray &content) const
    {
        const QDir folder(m_folder.path());
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
            QFile::remove(folder.filePath(name));
        QFile file(path());
        insist(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(),
               "the damaged file can be written");
    }

private:
    static constexpr int count = 1500;

    QTemporaryDir m_folder;
    QByteArray m_sound;
};

/// Takes values from the front of the instructions; zeros when they are used up.
class Instructions
{
public:
    explicit Instructions(const QByteArray &bytes)
        : m_left(bytes)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_left.isEmpty(); }
    int byte()
    {
        if (m_left.isEmpty())
            return 0;
        const int value = static_cast<uchar>(m_left.front());
        m_left = m_left.sliced(1);
        return value;
    }
    int number() { return byte() << 16 | byte() << 8 | byte(); }

private:
    QByteArrayView m_left;
};

QByteArray damaged(QByteArray file, const QByteArray &how)
{
    Instructions instructions(how);
    for (int i = 0; i < 64 && !instructions.isEmpty() && !file.isEmpty(); ++i) {
        const int what = instructions.byte() % 4;
        const auto at = static_cast<qsizetype>(instructions.number()) % file.size();
        const qsizetype page = at / pageSize * pageSize;
        const qsizetype room = std::min<qsizetype>(pageSize, file.size() - page);
        switch (what) {
        case 0:
            for (int left = 1 + instructions.byte() % 16; left > 0; --left)
                if (const qsizetype place = at + left - 1; place < file.size())
                    file[place] = static_cast<char>(instructions.byte());
            break;
        case 1:
            std::fill_n(file.begin() + page, room, '\0');
            break;
        case 2: {
            const qsizetype from =
                static_cast<qsizetype>(instructions.number()) % file.size() / pageSize * pageSize;
            const QByteArray copy = file.mid(from, room);
            std::copy(copy.begin(), copy.end(), file.begin() + page);
            break;
        }
        default:
            file.truncate(at);
        }
    }
    return file;
}

/// Asks everything that a window or report would, whatever the answers are.
void askEverything(const QString &path)
{
    const Result<std::unique_ptr<HistoryQuery>> opened = HistoryQuery::open(path);
    if (!opened)
        return;
    HistoryQuery &query = *opened.value();
    const Result<std::vector<HistoryPeer>> peers = query.peers();
    if (!peers)
        return;
    const WallTime from = epoch - std::chrono::hours(1);
    const WallTime to = epoch + std::chrono::hours(12);
    constexpr size_t most = 10;
    for (size_t i = 0; i < peers.value().size() && i < most; ++i) {
        const qint64 row = peers.value()[i].row;
        static_cast<void>(query.samples(row, from, to, 1000));
        static_cast<void>(query.buckets(row, from, to, 100));
        static_cast<void>(query.buckets(row, from, to, 10, SeriesDetail::Coarse));
        static_cast<void>(query.states(row, from, to));
        static_cast<void>(query.events(row, from, to));
        static_cast<void>(query.feed(row, from, to, 100));
        static_cast<void>(query.gaps(row, from, to));
        static_cast<void>(query.figures(row, from, to));
        static_cast<void>(query.settings(row, from, to));
    }
    static_cast<void>(query.eventPage({}, from, {}, 100));
    static_cast<void>(query.notes(from, to));
    static_cast<void>(query.runs(from, to));
    static_cast<void>(query.namedDamage());
}

} // namespace

void readAsDamage(const QByteArray &bytes)
{
    static int argumentCount = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    // The database driver needs one; an ordinary test already has one.
    static const std::unique_ptr<QCoreApplication> application =
        QCoreApplication::instance() ? nullptr : std::make_unique<QCoreApplication>(argumentCount, arguments);
    static const Workbench bench;

    bench.put(damaged(bench.sound(), bytes));
    static_cast<void>(checkHistory(bench.path()));
    askEverything(bench.path());
    if (const Result<HistoryRepair> repair = repairHistory(bench.path())) {
        const Result<HistoryCheck> check = checkHistory(repair.value().file);
        insist(check.ok(), "what was repaired can be read");
        // Where pings were lost the buckets may still know of them, so that the counts need not agree.
        insist(check.value().complaints.isEmpty(), "SQLite has nothing against what was repaired");
        insist(check.value().damage.empty(), "all of what was repaired can be read");
    }
    HistoryOptions options;
    options.path = bench.path();
    HistoryStore store(options);
    setPeerOf(store);
    store.append(batchFrom(mixedSeries(3, 10, seconds(10), epoch + std::chrono::hours(6))),
                 SteadyTime(seconds(2000)));
    store.tend(SteadyTime(seconds(2002)), epoch + std::chrono::hours(6));
    store.flush(SteadyTime(seconds(2003)));
}

} // namespace Pongwatch::TestSupport
