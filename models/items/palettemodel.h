// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace Pongwatch
{

/// Something that can be chosen in a command palette.
struct PaletteEntry {
    QString title;            ///< "Reconnect Now", in plain text
    QString place;            ///< where else it can be found: "Peer", "View › Appearance"; empty: nowhere
    QString shortcut;         ///< as the system writes it; may be empty
    quint64 id = 0;           ///< chosen by the creator, to recognise the entry
    QString unavailable = {}; ///< why it can't be chosen now; empty if it can
    int recency = 0;          ///< higher if it was chosen more recently; 0: never chosen
};

/// The roles of a command palette besides Qt's own.
enum PaletteRole : int {
    PalettePlaceRole = Qt::UserRole + 1, ///< QString
    PaletteShortcutRole,                 ///< QString
    PaletteIdRole,                       ///< quint64
    PalettePositionsRole,                ///< QList<qsizetype>: the matching characters of the title
    PaletteUnavailableRole,              ///< QString: why it can't be chosen; empty if it can
};

/// The entries of a command palette that match what was typed, best first; if nothing was typed, all of them
/// in the given order, after those chosen recently. Those that can't be chosen come last. Lives on the GUI
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
