// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/notebook.h"

#include "history/store/historyreader.h"
#include "history/store/historywriter.h"
#include "past/pastnotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

namespace
{

QString tidied(const QString &text)
{
    return text.trimmed().left(Notebook::longestText);
}

/// Unique over all runs and files: 62 random bits.
qint64 newId()
{
    return static_cast<qint64>(QRandomGenerator::global()->generate64() >> 2) + 1;
}

} // namespace

Notebook::Notebook(QObject *parent)
    : QObject(parent)
{
}

Notebook::~Notebook() = default;

void Notebook::keepIn(HistoryWriter *writer, HistoryReader *reader)
{
    m_writer = writer;
    m_past = std::make_unique<PastNotes>(reader);
    connect(writer, &HistoryWriter::notesWritten, this, &Notebook::noteWritten);
    connect(m_past.get(), &PastNotes::read, this, &Notebook::takeRead);
    for (const qint64 id : m_unwritten)
        writer->keepNote(m_notes.at(id));
    Q_EMIT changed(); // there may be more now
}

void Notebook::noteWritten(const std::vector<qint64> &ids)
{
    size_t gone = 0;
    for (const qint64 id : ids)
        gone += m_unwritten.erase(id);
    if (gone > 0)
        Q_EMIT unwrittenChanged();
}

void Notebook::takeRead(const std::vector<Note> &notes)
{
    m_read.clear();
    for (const Note &note : notes)
        if (!m_removed.contains(note.id) && !m_notes.contains(note.id))
            m_read.emplace(note.id, note);
    Q_EMIT changed();
}

void Notebook::take(Note note)
{
    m_read.erase(note.id);
    m_unwritten.insert(note.id);
    if (m_writer)
        m_writer->keepNote(note);
    m_notes.insert_or_assign(note.id, std::move(note));
    Q_EMIT changed();
    Q_EMIT unwrittenChanged();
}

qint64 Notebook::add(const Note &note)
{
    Note kept = note;
    kept.text = tidied(note.text);
    if (kept.text.isEmpty())
        return 0;
    kept.id = newId();
    take(kept);
    return kept.id;
}

void Notebook::edit(const Note &note)
{
    const auto known = this->note(note.id);
    Note kept = note;
    kept.text = tidied(note.text);
    if (known && !kept.text.isEmpty() && *known != kept)
        take(kept);
}

void Notebook::remove(qint64 id)
{
    if (!note(id))
        return;
    m_notes.erase(id);
    m_read.erase(id);
    m_removed.insert(id);
    const bool wasUnwritten = m_unwritten.erase(id) > 0;
    if (m_writer)
        m_writer->removeNote(id);
    Q_EMIT changed();
    if (wasUnwritten)
        Q_EMIT unwrittenChanged();
}

std::vector<Note> Notebook::notes(WallTime from, WallTime to) const
{
    if (m_past)
        m_past->want(from, to);
    std::vector<Note> result;
    for (const auto *part : {&m_read, &m_notes}) {
        for (const auto &[id, note] : *part)
            if (note.at >= from && note.at < to)
                result.push_back(note);
    }
    std::sort(result.begin(), result.end(),
              [](const Note &a, const Note &b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    return result;
}

std::optional<Note> Notebook::note(qint64 id) const
{
    for (const auto *part : {&m_notes, &m_read})
        if (const auto known = part->find(id); known != part->end())
            return known->second;
    return std::nullopt;
}

QByteArray Notebook::toJson() const
{
    QJsonArray all;
    for (const qint64 id : m_unwritten) {
        const Note &note = m_notes.at(id);
        // Numbers as text: not every reader has room for them in a JSON number.
        all.append(QJsonObject{{QStringLiteral("id"), QString::number(id)},
                               {QStringLiteral("at"), QString::number(note.at.time_since_epoch().count())},
                               {QStringLiteral("peer"), note.peer},
                               {QStringLiteral("text"), note.text}});
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void Notebook::fromJson(const QByteArray &json)
{
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const auto &value : all) {
        const QJsonObject object = value.toObject();
        bool isNumber = false;
        const qint64 at = object.value(QStringLiteral("at")).toString().toLongLong(&isNumber);
        Note note;
        note.at = WallTime(microseconds(at));
        note.peer = object.value(QStringLiteral("peer")).toString();
        note.text = tidied(object.value(QStringLiteral("text")).toString());
        if (!isNumber || note.text.isEmpty())
            continue;
        // Notes kept by earlier versions have none.
        note.id = object.value(QStringLiteral("id")).toString().toLongLong();
        if (note.id <= 0)
            note.id = newId();
        take(note);
    }
}

} // namespace Pongwatch
