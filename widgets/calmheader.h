// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Pongwatch
{

/// A plain column header on the list's background: quiet text aligned with the cells below it, a hairline,
/// and a small arrow at the sorted column.
class CalmHeader : public QHeaderView
{
    Q_OBJECT

public:
    /// The space on either side of the text, in header and cells.
    static constexpr int padding = 10;

    explicit CalmHeader(QWidget *parent = nullptr);

    /// For cells with less padding.
    void setPadding(int pixels) { m_padding = pixels; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_padding = padding;
};

} // namespace Pongwatch
