// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Pongwatch
{

/// A header of columns that keeps to the background: quiet text in line with the cells below it, a hairline,
/// and a small arrow at the column that is sorted by.
class CalmHeader : public QHeaderView
{
    Q_OBJECT

public:
    /// What is left free at both sides of the text, in header and cells.
    static constexpr int padding = 10;

    explicit CalmHeader(QWidget *parent = nullptr);

    /// Another padding for cells that have less.
    void setPadding(int pixels) { m_padding = pixels; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_padding = padding;
};

} // namespace Pongwatch
