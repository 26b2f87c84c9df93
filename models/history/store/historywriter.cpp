// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historywriter.h"

#include "history/store/historywriterworker.h"
#include "history/store/settingsrecord.h"

namespace Pongwatch
{

HistoryWriterWorker::HistoryWriterWorker(const HistoryOptions &options)
    : m_options(options)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &HistoryWriterWorker::tend);
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
    if (m_store)
        m_store->keepAsIn(options);
}

void HistoryWriterWorker::write(const Batch &batch)
{
    if (!m_store)
        return;
    m_store->append(batch, std::chrono::steady_clock::now());
    tellNotes();
    tellStatus(false);
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
    const bool more = m_store->tend(std::chrono::steady_clock::now(), currentWallTime());
    // Batches that wait come first: each step of thinning goes through the event loop.
    tellNotes();
    m_timer.setInterval(more ? milliseconds(20) : milliseconds(1000));
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
    , m_worker(new HistoryWriterWorker(options))
{
    qRegisterMetaType<Batch>();
    qRegisterMetaType<HistoryStatus>();
    qRegisterMetaType<std::vector<qint64>>("std::vector<qint64>");
    m_status.path = options.path;
    m_thread.setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &HistoryWriterWorker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &HistoryWriterWorker::flushed, this, &HistoryWriter::flushed);
    connect(m_worker, &HistoryWriterWorker::notesWritten, this, &HistoryWriter::notesWritten);
    connect(m_worker, &HistoryWriterWorker::statusChanged, this, [this](const HistoryStatus &status) {
        m_status = status;
        Q_EMIT statusChanged(m_status);
    });
    m_thread.start();
}

HistoryWriter::~HistoryWriter()
{
    QMetaObject::invokeMethod(m_worker, &HistoryWriterWorker::finish, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void HistoryWriter::setPeer(PeerId peer, const QString &name, const QUrl &url)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, peer, name, url] { worker->setPeer(peer, name, url, {}); },
        Qt::QueuedConnection);
}

void HistoryWriter::setPeer(PeerId peer, const ConnectionSettings &settings)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, peer, name = settings.name, url = QUrl(displayUrl(settings.url)),
         record = toSettingsRecord(settings)] { worker->setPeer(peer, name, url, record); },
        Qt::QueuedConnection);
}

void HistoryWriter::setOptions(const HistoryOptions &options)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, options] { worker->setOptions(options); }, Qt::QueuedConnection);
}

void HistoryWriter::write(const Batch &batch)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, batch] { worker->write(batch); }, Qt::QueuedConnection);
}

void HistoryWriter::keepNote(const Note &note)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, note] { worker->keepNote(note); }, Qt::QueuedConnection);
}

void HistoryWriter::removeNote(qint64 id)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id] { worker->removeNote(id); }, Qt::QueuedConnection);
}

void HistoryWriter::flush()
{
    QMetaObject::invokeMethod(m_worker, &HistoryWriterWorker::flush, Qt::QueuedConnection);
}

} // namespace Pongwatch
