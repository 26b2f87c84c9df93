// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace Pongwatch
{

/// Something that a command palette offers.
struct PaletteEntry {
    QString title;            ///< "Reconnect Now", plain text
    QString place;            ///< where it is otherwise: "Peer", "View › Appearance"; empty: nowhere
    QString shortcut;         ///< as the system writes it; may be empty
    quint64 id = 0;           ///< whatever whoever made it wants to know it by
    QString unavailable = {}; ///< why it can't be chosen now; empty: it can
    int recency = 0;          ///< the larger, the later it was chosen last; 0: never
};

/// What a command palette has roles for, beside Qt's own.
enum PaletteRole : int {
    PalettePlaceRole = Qt::UserRole + 1, ///< QString
    PaletteShortcutRole,                 ///< QString
    PaletteIdRole,                       ///< quint64
    PalettePositionsRole,                ///< QList<qsizetype>: characters of the title that matched
    PaletteUnavailableRole,              ///< QString: why it can't be chosen; empty: it can
};

/// The entries of a command palette that fit what was typed, best first; while nothing was, all of them in
/// the given order, after those that were chosen lately. What can't be chosen comes last. Lives on the GUI
/// thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries);
    void setPattern(const QString &pattern);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Hit {
        size_t entry = 0;
        int score = 0;
        QList<qsizetype> positions;
    };
    void match();

    std::vector<PaletteEntry> m_entries;
    std::vector<Hit> m_hits;
    QString m_pattern;
};

} // namespace Pongwatch
