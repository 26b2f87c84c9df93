// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Writes batches to a history file on a thread of its own (HistoryStore says how). No call blocks, but for
/// the destructor, which waits until everything is written, or until the disk has not answered for
/// `patience`.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    /// For the last of it to be written. A disk that takes longer does not answer.
    static constexpr seconds patience{15};
    /// Samples and events that wait for the thread at most; what comes then is dropped, and counted. Only a
    /// disk that does not answer lets so many gather.
    static constexpr qint64 mostQueued = 200'000;

    explicit HistoryWriter(const HistoryOptions &options, QObject *parent = nullptr);
    ~HistoryWriter() override;

    /// Whose samples those with this id are; before its first batch.
    void setPeer(PeerId peer, const QString &name, const QUrl &url);
    /// The same, and how it is watched from now on. No secret gets into the file, or to the other thread.
    void setPeer(PeerId peer, const ConnectionSettings &settings);

    /// How long samples and minutes are kept, and the bound of the file's size, from now on. The other
    /// options stay what they were.
    void setOptions(const HistoryOptions &options);

    /// The disk does not answer: the destructor waits for nothing, and the thread is left to itself.
    void abandon() { m_abandoned = true; }

    /// What was told last.
    [[nodiscard]] const HistoryStatus &status() const { return m_status; }

public Q_SLOTS:
    void write(const Pongwatch::Batch &batch);

    /// Writes a note, in the place of the one with its id, or removes it. While the file can't be written it
    /// waits in memory, as batches do.
    void keepNote(const Pongwatch::Note &note);
    void removeNote(qint64 id);

    /// The same for what happened to an alert. One without an id gets one.
    void keepAlert(const Pongwatch::AlertEntry &entry);

    /// Puts everything into its final place and then says flushed().
    void flush();

Q_SIGNALS:
    /// At most once a second, and at once when the state or the notice is another one.
    void statusChanged(const Pongwatch::HistoryStatus &status);
    /// The changes of these notes are in the file.
    void notesWritten(const std::vector<qint64> &ids);
    void flushed();

private:
    void lookAfterThread();
    void tell(const HistoryStatus &status);

    std::unique_ptr<QThread> m_thread;
    HistoryWriterWorker *m_worker; // lives on m_thread, which deletes it
    HistoryStatus m_status;
    bool m_abandoned = false;
    QTimer m_looking;
    std::optional<SteadyTime> m_askedAt; ///< whether the thread is there; no answer yet
    bool m_hasAnswered = false;
    bool m_hangs = false; ///< it has not answered for `patience`
    HistoryStatus m_beforeHanging;
    std::shared_ptr<std::atomic<qint64>> m_queued; ///< items that wait for the thread
    quint64 m_dropped = 0;
};

} // namespace Pongwatch
