// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"
#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "history/alertentry.h"
#include "history/note.h"
#include "history/store/historystatus.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace Pongwatch
{

class HistoryWriterWorker;

/// Writes batches to a history file on a thread of its own (see HistoryStore). No call blocks except
/// the destructor, which waits until everything is written, or for `patience` if the disk does not
/// respond.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    /// For writing the last of it. A disk that takes longer counts as not responding.
    static constexpr seconds patience{15};
    /// How many samples and events may wait for the thread; what comes beyond that is dropped and counted.
    /// Only a disk that does not respond lets so many pile up.
    static constexpr qint64 mostQueued = 200'000;

    explicit HistoryWriter(const HistoryOptions &options, QObject *parent = nullptr);
    ~HistoryWriter() override;

    /// Sets whose samples those with this id are; call it before the first batch.
    void setPeer(PeerId peer, const QString &name, const QUrl &url);
    /// The same, with the peer's settings from now on. No secret gets into the file, or to the other thread.
    void setPeer(PeerId peer, const ConnectionSettings &settings);

    /// Sets how long samples and minutes are kept, and the limit for the file's size, from now on. The other
    /// options stay as they were.
    void setOptions(const HistoryOptions &options);

    /// The disk does not respond: the destructor will not wait, and the thread is abandoned.
    void abandon() { m_abandoned = true; }

    /// The last status reported.
    [[nodiscard]] const HistoryStatus &status() const { return m_status; }

public Q_SLOTS:
    void write(const Pongwatch::Batch &batch);

    /// Writes a note, replacing the one with its id, or removes it. While the file can't be written, it waits
    /// in memory like batches.
    void keepNote(const Pongwatch::Note &note);
    void removeNote(qint64 id);

    /// The same for what happened to an alert. One without an id gets one.
    void keepAlert(const Pongwatch::AlertEntry &entry);

    /// Puts everything into its final place and then says flushed().
    void flush();

Q_SIGNALS:
    /// At most once a second, but at once if the state or the notice has changed.
    void statusChanged(const Pongwatch::HistoryStatus &status);
    /// The changes to these notes are in the file.
    void notesWritten(const std::vector<qint64> &ids);
    void flushed();

private:
    void lookAfterThread();
    /// The thread responds.
    void noteAnswer();
    void tell(const HistoryStatus &status);

    CallQueue m_answers; // from the thread
    std::unique_ptr<QThread> m_thread;
    HistoryWriterWorker *m_worker; // lives on m_thread, which deletes it
    HistoryStatus m_status;
    bool m_abandoned = false;
    QTimer m_looking;
    std::optional<SteadyTime> m_askedAt; ///< when we asked whether the thread responds, until it has
    bool m_hasAnswered = false;
    bool m_hangs = false; ///< it has not responded for `patience`
    HistoryStatus m_beforeHanging;
    std::shared_ptr<std::atomic<qint64>> m_queued; ///< number of items waiting for the thread
    quint64 m_dropped = 0;
};

} // namespace Pongwatch
