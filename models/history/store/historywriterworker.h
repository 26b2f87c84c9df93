// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"
#include "history/store/historystore.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <optional>

namespace Pongwatch
{

/// The part of a HistoryWriter that lives on the store thread: passes everything to a HistoryStore and calls
/// its tend().
class HistoryWriterWorker : public QObject
{
    Q_OBJECT

public:
    /// It lives on this thread, which deletes it when it ends.
    HistoryWriterWorker(const HistoryOptions &options, QThread *thread);

    /// What other threads call on it; everything else is called on the store thread.
    [[nodiscard]] CallQueue &calls() { return m_calls; }

    void start();
    void setPeer(PeerId peer, const QString &name, const QUrl &url, const QByteArray &settings);
    void setOptions(const HistoryOptions &options);
    void write(const Batch &batch);
    void keepNote(const Note &note);
    void removeNote(qint64 id);
    void keepAlert(const AlertEntry &entry);
    void flush();
    /// Writes what there is and closes the file.
    void finish();

Q_SIGNALS:
    void statusChanged(const Pongwatch::HistoryStatus &status);
    void notesWritten(const std::vector<qint64> &ids);
    void flushed();

private:
    void tend();
    void tendAgain(bool more);
    void tellStatus(bool always);
    void tellNotes();

    CallQueue m_calls;
    HistoryOptions m_options;
    std::optional<HistoryStore> m_store; // created on the store thread
    bool m_hasWork = true;               // since the last tend()
    SteadyTime m_tended{};
    QTimer m_timer;
    HistoryStatus m_told;
};

} // namespace Pongwatch
