// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <memory>

namespace Pongwatch
{

class GroupTimelines;
class PeerTimelines;

/// Draws the cells of the list of peers: the state as shape, word and age, the name with the peer's colour,
/// figures with quiet units, the chart's stretch of time as a timeline, a group's states as shapes with
/// counts. Everything except time follows the layout direction, and everything the palette.
class PeerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PeerDelegate(QObject *parent = nullptr);
    ~PeerDelegate() override;

    /// Null: neither colours nor timelines. They must outlive the delegate's view.
    void setTimelines(PeerTimelines *timelines);
    /// The part of a cell, or of its heading, that is the time axis.
    [[nodiscard]] static QRect timelineArea(const QRect &cell);
    /// The width of the peer's colour in the cell of its name.
    [[nodiscard]] static int chipWidth();
    /// The maximum width of a state with its age in this font.
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
    std::unique_ptr<GroupTimelines> m_groups; // null as long as those are
};

} // namespace Pongwatch
