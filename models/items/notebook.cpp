// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notebook.h"

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

} // namespace Pongwatch
