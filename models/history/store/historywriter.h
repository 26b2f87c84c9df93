// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "history/note.h"
#include "history/store/historystatus.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>
#include <vector>

namespace Pongwatch
{

class HistoryWriterWorker;

/// Writes batches to a history file on a thread of its own (HistoryStore says how). No call blocks, but for
/// the destructor, which waits until everything is written.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    explicit HistoryWriter(const HistoryOptions &options, QObject *parent = nullptr);
    ~HistoryWriter() override;

    /// Whose samples those with this id are; before its first batch.
    void setPeer(PeerId peer, const QString &name, const QUrl &url);
    /// The same, and how it is watched from now on. No secret gets into the file, or to the other thread.
    void setPeer(PeerId peer, const ConnectionSettings &settings);

    /// How long samples and minutes are kept, and the bound of the file's size, from now on. The other
    /// options stay what they were.
    void setOptions(const HistoryOptions &options);

    /// What was told last.
    [[nodiscard]] const HistoryStatus &status() const { return m_status; }

public Q_SLOTS:
    void write(const Pongwatch::Batch &batch);

    /// Writes a note, in the place of the one with its id, or removes it. While the file can't be written it
    /// waits in memory, as batches do.
    void keepNote(const Pongwatch::Note &note);
    void removeNote(qint64 id);

    /// Puts everything into its final place and then says flushed().
    void flush();

Q_SIGNALS:
    /// At most once a second, and at once when the state or the notice is another one.
    void statusChanged(const Pongwatch::HistoryStatus &status);
    /// The changes of these notes are in the file.
    void notesWritten(const std::vector<qint64> &ids);
    void flushed();

private:
    QThread m_thread;
    HistoryWriterWorker *m_worker; // lives on m_thread, which deletes it
    HistoryStatus m_status;
};

} // namespace Pongwatch
