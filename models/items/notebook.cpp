// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notebook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Pongwatch
{

namespace
{

QString tidied(const QString &text)
{
    return text.trimmed().left(Notebook::longestText);
}

} // namespace

Notebook::Notebook(QObject *parent)
    : QObject(parent)
{
}

Notebook::~Notebook() = default;

qint64 Notebook::add(const Note &note)
{
    Note kept = note;
    kept.text = tidied(note.text);
    if (kept.text.isEmpty())
        return 0;
    kept.id = ++m_lastId;
    m_notes.emplace(kept.id, kept);
    Q_EMIT changed();
    return kept.id;
}

void Notebook::edit(const Note &note)
{
    const auto known = m_notes.find(note.id);
    Note kept = note;
    kept.text = tidied(note.text);
    if (known == m_notes.end() || kept.text.isEmpty() || known->second == kept)
        return;
    known->second = kept;
    Q_EMIT changed();
}

void Notebook::remove(qint64 id)
{
    if (m_notes.erase(id) > 0)
        Q_EMIT changed();
}

std::vector<Note> Notebook::notes(WallTime from, WallTime to) const
{
    std::vector<Note> result;
    for (const auto &[id, note] : m_notes) {
        if (note.at >= from && note.at < to)
            result.push_back(note);
    }
    std::stable_sort(result.begin(), result.end(), [](const Note &a, const Note &b) { return a.at < b.at; });
    return result;
}

std::optional<Note> Notebook::note(qint64 id) const
{
    const auto known = m_notes.find(id);
    return known == m_notes.end() ? std::nullopt : std::optional(known->second);
}

QByteArray Notebook::toJson() const
{
    QJsonArray all;
    for (const auto &[id, note] : m_notes) {
        all.append(QJsonObject{{QStringLiteral("at"), QString::number(note.at.time_since_epoch().count())},
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
        // As text: a JSON number has no room for microseconds since 1970 in every reader.
        const qint64 at = object.value(QStringLiteral("at")).toString().toLongLong(&isNumber);
        if (isNumber) {
            Note note;
            note.at = WallTime(microseconds(at));
            note.peer = object.value(QStringLiteral("peer")).toString();
            note.text = object.value(QStringLiteral("text")).toString();
            add(note);
        }
    }
}

} // namespace Pongwatch
