// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <memory>

namespace Pongwatch
{

class GroupTimelines;
class PeerTimelines;

/// Draws the cells of the list of peers: the state as shape, word and age, the name with the peer's colour,
/// figures with quiet units, the time that the chart shows as a timeline, a group's states as shapes with
/// their counts. Everything but time follows the direction of the view, and all of it the palette.
class PeerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PeerDelegate(QObject *parent = nullptr);
    ~PeerDelegate() override;

    /// Null: neither colours nor timelines. They outlive the delegate's view.
    void setTimelines(PeerTimelines *timelines);
    /// The part of a cell, or of its heading, that is the time axis.
    [[nodiscard]] static QRect timelineArea(const QRect &cell);
    /// What the colour of a peer takes of its name's cell.
    [[nodiscard]] static int chipWidth();
    /// How wide a state and its age are at most, in this font.
    [[nodiscard]] static int stateWidth(const QFont &font);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTimeline(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    PeerTimelines *m_timelines = nullptr;
    std::unique_ptr<GroupTimelines> m_groups; // null as long as they are
};

} // namespace Pongwatch
