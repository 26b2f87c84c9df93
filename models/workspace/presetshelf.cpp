// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/presetshelf.h"

#include "engine/values/regularfile.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QPointer>
#include <QThread>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int mostUserPresets = 500;

} // namespace

KeptPresets readUserPresets(const QString &folder, const KeptPresets &known)
{
    KeptPresets found;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files.mid(0, mostUserPresets)) {
        const QString name = file.completeBaseName();
        if (!isPresetName(name))
            continue;
        const qint64 modified = file.lastModified().toMSecsSinceEpoch();
        const auto before = known.find(name);
        if (before != known.end() && before->second.modified == modified &&
            before->second.size == file.size())
            found.insert(*before);
        else
            found.insert({name, {modified, file.size(), readUserPreset(name, folder)}});
    }
    return found;
}

void PresetReader::read(quint64 reading, const QString &folder, const KeptPresets &known)
{
    Q_EMIT done(reading, readUserPresets(folder, known));
}

PresetShelf::PresetShelf(const QString &userFolder, QObject *parent)
    : QObject(parent)
    , m_folder(userFolder)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(filePatience);
    connect(&m_patience, &QTimer::timeout, this, &PresetShelf::giveUp);
    gather();
}

PresetShelf::~PresetShelf()
{
    if (m_thread == nullptr)
        return;
    m_thread->quit();
    // If it is waiting for the disk, it is abandoned: waiting for it would hang, too.
    if (m_isReading && !m_thread->wait(QDeadlineTimer(milliseconds(100))))
        return;
    m_thread->wait();
    delete m_thread;
}

void PresetShelf::load(const QString &name, const Receiver &receiver)
{
    m_waiting.push_back({m_reading + 1, name, receiver});
    lookAgain();
}

void PresetShelf::lookAgain()
{
    if (m_isReading)
        m_again = true;
    else
        read();
}

void PresetShelf::read()
{
    if (m_thread == nullptr) {
        m_thread = new QThread;
        m_thread->setObjectName(QStringLiteral("presets"));
        m_reader = new PresetReader;
        m_reader->moveToThread(m_thread);
        connect(m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
        connect(m_reader, &PresetReader::done, this, &PresetShelf::take);
        m_thread->start();
    }
    m_isReading = true;
    m_again = false;
    m_patience.start();
    QMetaObject::invokeMethod(
        m_reader,
        [reader = m_reader, reading = ++m_reading, folder = m_folder, known = m_kept] {
            reader->read(reading, folder, known);
        },
        Qt::QueuedConnection);
}

void PresetShelf::take(quint64 reading, const KeptPresets &kept)
{
    m_isReading = false;
    m_patience.stop();
    const auto isSame = [](const auto &a, const auto &b) {
        return a.first == b.first && a.second.modified == b.second.modified && a.second.size == b.second.size;
    };
    const bool isNew = !std::equal(kept.begin(), kept.end(), m_kept.begin(), m_kept.end(), isSame);
    m_kept = kept;
    if (isNew)
        gather();
    answer(reading);
    if (m_again)
        read();
    if (isNew)
        Q_EMIT changed();
}

void PresetShelf::giveUp()
{
    // Reading may still finish later; the result is then for the next callers.
    answer(m_reading + 1);
}

void PresetShelf::answer(quint64 reading)
{
    std::vector<Waiting> ready;
    std::vector<Waiting> others;
    for (Waiting &one : m_waiting)
        (one.reading <= reading ? ready : others).push_back(std::move(one));
    m_waiting = std::move(others);
    const QPointer<PresetShelf> self(this);
    for (const Waiting &one : ready) {
        if (!self)
            return;
        one.receiver(kept(one.name));
    }
}

Result<DialoguePreset> PresetShelf::kept(const QString &name) const
{
    if (const auto own = m_kept.find(name); own != m_kept.end())
        return own->second.preset;
    return presetNamed(name, m_presets);
}

void PresetShelf::gather()
{
    m_presets = programPresets();
    for (const auto &[name, own] : m_kept) {
        const auto same =
            std::find_if(m_presets.begin(), m_presets.end(),
                         [&name = name](const DialoguePreset &preset) { return preset.name == name; });
        if (same != m_presets.end())
            m_presets.erase(same);
        if (own.preset)
            m_presets.append(own.preset.value());
    }
    std::sort(m_presets.begin(), m_presets.end(),
              [](const DialoguePreset &a, const DialoguePreset &b) { return a.name < b.name; });
}

} // namespace Pongwatch
