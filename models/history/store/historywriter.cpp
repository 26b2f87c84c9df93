// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historywriter.h"

#include "engine/values/regularfile.h"
#include "history/store/historydatabase.h"
#include "history/store/historywriterworker.h"
#include "history/store/settingsrecord.h"

#include <QRandomGenerator>

namespace Pongwatch
{

namespace
{
// How often to check whether the thread responds.
constexpr milliseconds firstLook = seconds(5);
constexpr milliseconds restedLook = seconds(30);
} // namespace

HistoryWriterWorker::HistoryWriterWorker(const HistoryOptions &options, QThread *thread)
    : m_options(options)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &HistoryWriterWorker::tend);
    moveToThread(thread);
    m_calls.moveToThread(thread);
    connect(thread, &QThread::started, this, &HistoryWriterWorker::start);
    connect(thread, &QThread::finished, this, &QObject::deleteLater);
}

void HistoryWriterWorker::start()
{
    m_store.emplace(m_options);
    m_timer.start(seconds(1));
    tend();
}

void HistoryWriterWorker::setPeer(PeerId peer, const QString &name, const QUrl &url,
                                  const QByteArray &settings)
{
    if (m_store)
        m_store->setPeer(peer, name, url, settings);
}

void HistoryWriterWorker::setOptions(const HistoryOptions &options)
{
    if (!m_store)
        return;
    m_store->keepAsIn(options);
    m_hasWork = true; // delete what need no longer be kept right away
    tendAgain(false);
}

void HistoryWriterWorker::write(const Batch &batch)
{
    if (!m_store)
        return;
    const SteadyTime now = std::chrono::steady_clock::now();
    m_store->append(batch, now);
    tellNotes();
    tellStatus(false);
    m_hasWork = true;
    // After a pause do it right away, which saves a wake-up.
    if (now - m_tended >= seconds(1))
        tend();
    else
        tendAgain(false);
}

void HistoryWriterWorker::tendAgain(bool more)
{
    // If there is nothing to write, there is no need to wake up for it.
    const bool isWell = m_store && m_store->status().state == HistoryStatus::State::Writing;
    const milliseconds wanted = more                   ? milliseconds(20)
                                : m_hasWork || !isWell ? milliseconds(1000)
                                                       : milliseconds(10'000);
    if (m_timer.intervalAsDuration() != wanted)
        m_timer.start(wanted);
}

void HistoryWriterWorker::keepNote(const Note &note)
{
    if (m_store)
        m_store->keepNote(note, std::chrono::steady_clock::now());
    tellNotes();
    tellStatus(false);
}

void HistoryWriterWorker::removeNote(qint64 id)
{
    if (m_store)
        m_store->removeNote(id, std::chrono::steady_clock::now());
    tellNotes();
    tellStatus(false);
}

void HistoryWriterWorker::keepAlert(const AlertEntry &entry)
{
    if (m_store)
        m_store->keepAlert(entry, std::chrono::steady_clock::now());
    tellStatus(false);
}

void HistoryWriterWorker::tellNotes()
{
    if (!m_store)
        return;
    if (const std::vector<qint64> written = m_store->takeWrittenNotes(); !written.empty())
        Q_EMIT notesWritten(written);
}

void HistoryWriterWorker::flush()
{
    if (m_store)
        m_store->flush(std::chrono::steady_clock::now());
    tellNotes();
    tellStatus(true);
    Q_EMIT flushed();
}

void HistoryWriterWorker::finish()
{
    m_timer.stop();
    m_store.reset();
}

void HistoryWriterWorker::tend()
{
    if (!m_store)
        return;
    m_hasWork = false;
    m_tended = std::chrono::steady_clock::now();
    const bool more = m_store->tend(std::chrono::steady_clock::now(), currentWallTime());
    // Waiting batches come first: each step of thinning goes through the event loop.
    tellNotes();
    tendAgain(more);
    tellStatus(true);
}

void HistoryWriterWorker::tellStatus(bool always)
{
    const HistoryStatus &now = m_store ? m_store->status() : m_told;
    const bool important =
        now.state != m_told.state || now.notice != m_told.notice || now.path != m_told.path;
    if (!important && (!always || now == m_told))
        return;
    m_told = now;
    Q_EMIT statusChanged(m_told);
}

HistoryWriter::HistoryWriter(const HistoryOptions &options, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new HistoryWriterWorker(options, m_thread.get()))
    , m_queued(std::make_shared<std::atomic<qint64>>(0))
{
    qRegisterMetaType<Batch>();
    qRegisterMetaType<HistoryStatus>();
    qRegisterMetaType<std::vector<qint64>>("std::vector<qint64>");
    m_status.path = options.path;
    m_thread->setObjectName(QStringLiteral("history"));
    // Emitted on the thread, and passed on to this one.
    const CallQueue::Sender answers = m_answers.sender();
    connect(
        m_worker, &HistoryWriterWorker::flushed, m_worker,
        [this, answers] { answers.post([this] { Q_EMIT flushed(); }); }, Qt::DirectConnection);
    connect(
        m_worker, &HistoryWriterWorker::notesWritten, m_worker,
        [this, answers](const std::vector<qint64> &ids) {
            answers.post([this, ids] { Q_EMIT notesWritten(ids); });
        },
        Qt::DirectConnection);
    connect(
        m_worker, &HistoryWriterWorker::statusChanged, m_worker,
        [this, answers](const HistoryStatus &status) { answers.post([this, status] { tell(status); }); },
        Qt::DirectConnection);
    m_looking.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_looking, &QTimer::timeout, this, &HistoryWriter::lookAfterThread);
    m_looking.start(firstLook);
    m_thread->start();
}

HistoryWriter::~HistoryWriter()
{
    HistoryWriterWorker *const worker = m_worker;
    const milliseconds most = m_abandoned ? milliseconds(0) : milliseconds(patience);
    if (!worker->calls().postAndWait(most, [worker] { worker->finish(); })) {
        (void)m_thread.release(); // it is waiting for the disk: waiting for the thread would hang, too
        return;
    }
    m_thread->quit();
    m_thread->wait();
}

void HistoryWriter::setPeer(PeerId peer, const QString &name, const QUrl &url)
{
    m_worker->calls().post([worker = m_worker, peer, name, url] { worker->setPeer(peer, name, url, {}); });
}

void HistoryWriter::setPeer(PeerId peer, const ConnectionSettings &settings)
{
    m_worker->calls().post(
        [worker = m_worker, peer, name = settings.name, url = QUrl(displayUrl(settings.url)),
         record = toSettingsRecord(settings)] { worker->setPeer(peer, name, url, record); });
}

void HistoryWriter::setOptions(const HistoryOptions &options)
{
    m_worker->calls().post([worker = m_worker, options] { worker->setOptions(options); });
}

void HistoryWriter::write(const Batch &batch)
{
    const auto items = static_cast<qint64>(batch.items.size());
    if (*m_queued + items > mostQueued) {
        m_dropped += static_cast<quint64>(items);
        return;
    }
    if (*m_queued > 0 && m_looking.intervalAsDuration() > firstLook)
        m_looking.start(firstLook); // what it was given before is still waiting
    *m_queued += items;
    m_worker->calls().post([worker = m_worker, batch, items, queued = m_queued] {
        *queued -= items;
        worker->write(batch);
    });
}

void HistoryWriter::tell(const HistoryStatus &status)
{
    m_hangs = false;
    m_askedAt.reset();
    m_status = status;
    m_status.samplesDropped += m_dropped;
    Q_EMIT statusChanged(m_status);
}

void HistoryWriter::lookAfterThread()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    if (!m_askedAt && m_hasAnswered && m_queued->load() == 0) {
        m_looking.setInterval(restedLook); // it accepts what it is given
        return;
    }
    m_looking.setInterval(firstLook);
    if (!m_askedAt) {
        m_askedAt = now;
        m_worker->calls().post(
            [this, answers = m_answers.sender()] { answers.post([this] { noteAnswer(); }); });
        return;
    }
    if (now - *m_askedAt < patience)
        return;
    if (!m_hangs)
        m_beforeHanging = m_status;
    m_hangs = true;
    HistoryStatus status = m_beforeHanging;
    status.state = HistoryStatus::State::InMemory;
    status.notice = HistoryStrings::tr("The history can't be written (%1); measurements are kept in memory")
                        .arg(slowFileSentence(patience));
    status.samplesInMemory += static_cast<quint64>(m_queued->load());
    status.samplesDropped += m_dropped;
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void HistoryWriter::noteAnswer()
{
    if (m_hangs)
        tell(m_beforeHanging);
    m_askedAt.reset();
    m_hasAnswered = true;
}

void HistoryWriter::keepNote(const Note &note)
{
    m_worker->calls().post([worker = m_worker, note] { worker->keepNote(note); });
}

void HistoryWriter::removeNote(qint64 id)
{
    m_worker->calls().post([worker = m_worker, id] { worker->removeNote(id); });
}

void HistoryWriter::keepAlert(const AlertEntry &entry)
{
    AlertEntry named = entry;
    while (named.id == 0)
        named.id = static_cast<qint64>(QRandomGenerator::global()->generate64() >> 1U);
    m_worker->calls().post([worker = m_worker, named] { worker->keepAlert(named); });
}

void HistoryWriter::flush()
{
    m_worker->calls().post([worker = m_worker] { worker->flush(); });
}

} // namespace Pongwatch
