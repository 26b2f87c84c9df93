// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Pongwatch
{

/// A small table of values for reading and copying: as high as its rows, up to a limit, with Copy and Copy
/// All in its menu and with Ctrl+C.
class ValueTable : public QTreeView
{
    Q_OBJECT

public:
    explicit ValueTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// If there are more rows than this, it scrolls.
    void setMostRows(int rows);

    /// Makes columns as wide as their current contents; the last one takes the rest.
    void fitColumns();

    /// Widens columns whose contents no longer fit.
    void widenColumns();

    /// Instead, makes all columns except the first equally wide, for figures side by side: as wide as there
    /// is room, but at least as wide as a figure.
    void setEvenColumns(bool even);
    /// Of even columns, those that are hidden if there is not enough room; the first one goes first.
    void setGivingWay(const QList<int> &columns);

    /// The space on either side of a cell's text.
    static constexpr int padding = 4;

    /// The whole table: one line per row, with tabs between cells, starting with the headings.
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
