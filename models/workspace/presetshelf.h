// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/dialoguepreset.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

class QThread;

namespace Pongwatch
{

/// A preset of the user's, as its file was when it was read.
struct KeptPreset {
    qint64 modified = 0; ///< ms since 1970
    qint64 size = 0;
    Result<DialoguePreset> preset;
};

/// By name.
using KeptPresets = std::map<QString, KeptPreset>;

/// What is in the user's folder now; files that have not changed since `known` are not read again. Blocks for
/// as long as the disk takes.
[[nodiscard]] KeptPresets readUserPresets(const QString &folder, const KeptPresets &known);

/// Reads them, on the thread that it lives on.
class PresetReader : public QObject
{
    Q_OBJECT

public:
    void read(quint64 reading, const QString &folder, const KeptPresets &known);

Q_SIGNALS:
    void done(quint64 reading, const Pongwatch::KeptPresets &kept);
};

/// The presets at hand: the program's, and those of the user's folder, which are read on a thread of their
/// own, kept, and read again when a file has changed. No call blocks. Lives on the GUI thread.
class PresetShelf : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<DialoguePreset> &)>;

    explicit PresetShelf(const QString &userFolder = userPresetFolder(), QObject *parent = nullptr);
    ~PresetShelf() override;

    /// All that can be read, as they were when they were looked at last; at first the program's alone.
    [[nodiscard]] const QList<DialoguePreset> &presets() const { return m_presets; }

    /// The preset of that name as its file is now. The receiver is called once, from the event loop; never
    /// when the shelf is gone. Where the disk does not answer in time, it gets what is kept.
    void load(const QString &name, const Receiver &receiver);

    /// Looks whether anything in the user's folder has changed.
    void lookAgain();

Q_SIGNALS:
    /// presets() are others than before.
    void changed();

private:
    struct Waiting {
        quint64 reading = 0; ///< the first that is new enough
        QString name;
        Receiver receiver;
    };

    void read();
    void take(quint64 reading, const KeptPresets &kept);
    void giveUp();
    void answer(quint64 reading);
    [[nodiscard]] Result<DialoguePreset> kept(const QString &name) const;
    void gather();

    QString m_folder;
    KeptPresets m_kept;
    QList<DialoguePreset> m_presets;
    std::vector<Waiting> m_waiting;
    QThread *m_thread = nullptr;      ///< null: nothing was read yet
    PresetReader *m_reader = nullptr; ///< lives on that thread, which deletes it
    QTimer m_patience;
    quint64 m_reading = 0; ///< the newest that was begun
    bool m_isReading = false;
    bool m_again = false;
};

} // namespace Pongwatch
