// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/palettemodel.h"

#include "text/fuzzymatch.h"

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

namespace
{

constexpr int lessIfUnavailable = 12;

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    match();
    endResetModel();
}

void PaletteModel::setPattern(const QString &pattern)
{
    if (pattern == m_pattern)
        return;
    beginResetModel();
    m_pattern = pattern;
    match();
    endResetModel();
}

void PaletteModel::match()
{
    m_hits.clear();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries[i];
        if (auto inTitle = fuzzyMatch(m_pattern, entry.title)) {
            m_hits.push_back({i, inTitle->score, std::move(inTitle->positions)});
        } else if (m_pattern.size() >= 3) {
            // Found by the name of its menu, which a few letters match too easily: below all that match by
            // title.
            if (const auto withPlace = fuzzyMatch(m_pattern, QString(entry.place + u' ' + entry.title)))
                m_hits.push_back({i, withPlace->score - 1000, {}});
        }
    }
    const auto rank = [this](const Hit &hit) {
        const PaletteEntry &entry = m_entries[hit.entry];
        // A command that is not available now comes after those that match about as well, and before others.
        const int score = entry.unavailable.isEmpty() ? hit.score : hit.score - lessIfUnavailable;
        return std::tuple(!m_pattern.isEmpty() || entry.unavailable.isEmpty(), score, entry.recency);
    };
    std::stable_sort(m_hits.begin(), m_hits.end(),
                     [&rank](const Hit &a, const Hit &b) { return rank(a) > rank(b); });
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Hit &hit = m_hits[static_cast<size_t>(index.row())];
    const PaletteEntry &entry = m_entries[hit.entry];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.unavailable.isEmpty()
                   ? QStringList{entry.title, entry.place, entry.shortcut}.join(QStringLiteral(", "))
                   : QStringList{entry.title, entry.place, entry.unavailable}.join(QStringLiteral(", "));
    case PaletteUnavailableRole:
        return entry.unavailable;
    case PalettePlaceRole:
        return entry.place;
    case PaletteShortcutRole:
        return entry.shortcut;
    case PaletteIdRole:
        return entry.id;
    case PalettePositionsRole:
        return QVariant::fromValue(hit.positions);
    default:
        return {};
    }
}

} // namespace Pongwatch
