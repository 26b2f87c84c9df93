// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Pongwatch
{

/// A small table of values that are there to be read and copied: as high as its rows, up to a limit, and with
/// Copy and Copy All in its menu and on Ctrl+C.
class ValueTable : public QTreeView
{
    Q_OBJECT

public:
    explicit ValueTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// With more rows than this it scrolls.
    void setMostRows(int rows);

    /// Columns as wide as their contents of the moment; the last one takes the rest.
    void fitColumns();

    /// Widens those whose contents have outgrown them.
    void widenColumns();

    /// Instead, all but the first are equally wide, for figures side by side: as wide as there is room, and
    /// at least as wide as a figure.
    void setEvenColumns(bool even);
    /// Of even columns, those that are not shown where there is no room for all; the first one goes first.
    void setGivingWay(const QList<int> &columns);

    /// The space at both sides of a cell's text.
    static constexpr int padding = 4;

    /// The table as it is: a line a row, with tabs between the cells, the headings first.
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QString selectedText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;

private:
    void retranslate();
    void layOutEvenly();
    [[nodiscard]] QString rowText(const QModelIndex &row) const;
    [[nodiscard]] int contentHeight() const;

    QAction *m_copy;
    QAction *m_copyAll;
    int m_mostRows = 12;
    bool m_even = false;
    QList<int> m_givingWay;
};

} // namespace Pongwatch
