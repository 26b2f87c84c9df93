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

/// A preset of the user's, with the state of its file when it was read.
struct KeptPreset {
    qint64 modified = 0; ///< ms since 1970
    qint64 size = 0;
    Result<DialoguePreset> preset;
};

/// By name.
using KeptPresets = std::map<QString, KeptPreset>;

/// The contents of the user's folder now; files unchanged since `known` are not read again. Blocks for as
/// long as the disk takes.
[[nodiscard]] KeptPresets readUserPresets(const QString &folder, const KeptPresets &known);

/// Reads them, on the thread on which it lives.
class PresetReader : public QObject
{
    Q_OBJECT

public:
    void read(quint64 reading, const QString &folder, const KeptPresets &known);

Q_SIGNALS:
    void done(quint64 reading, const Pongwatch::KeptPresets &kept);
};

/// The available presets: the program's, and those in the user's folder, which are read on a separate thread,
/// cached, and read again if a file has changed. No call blocks. Lives on the GUI thread.
class PresetShelf : public QObject
{
    Q_OBJECT

public:
    using Receiver = std::function<void(const Result<DialoguePreset> &)>;

    explicit PresetShelf(const QString &userFolder = userPresetFolder(), QObject *parent = nullptr);
    ~PresetShelf() override;

    /// All readable presets, as of the last look; at first only the program's.
    [[nodiscard]] const QList<DialoguePreset> &presets() const { return m_presets; }

    /// The preset with that name, as its file is now. The receiver is called once, from the event loop,
    /// unless the shelf is destroyed. If the disk does not answer in time, it gets the cached one.
    void load(const QString &name, const Receiver &receiver);

    /// Checks whether anything in the user's folder has changed.
    void lookAgain();

Q_SIGNALS:
    /// The result of presets() has changed.
    void changed();

private:
    struct Waiting {
        quint64 reading = 0; ///< the first that is recent enough
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
    QThread *m_thread = nullptr;      ///< null until something is read
    PresetReader *m_reader = nullptr; ///< lives on that thread, which deletes it
    QTimer m_patience;
    quint64 m_reading = 0; ///< the newest one started
    bool m_isReading = false;
    bool m_again = false;
};

} // namespace Pongwatch
