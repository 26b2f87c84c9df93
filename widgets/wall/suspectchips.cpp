// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/suspectchips.h"

#include "text/wording.h"
#include "widgets/statuslook.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>

namespace Pongwatch
{

void paintSuspectChips(QPainter *painter, const QRectF &row, const Suspicion &suspicion, const QFont &font,
                       const QPalette &palette, bool mirrored)
{
    QFont bold = font;
    bold.setBold(true);
    const double height = row.height();
    bold.setPixelSize(std::max(9, static_cast<int>(height * 0.62)));
    const auto padding = [&bold] { return bold.pixelSize() * 0.55; };
    const auto widths = [&] {
        std::array<double, allSuspects.size()> all{};
        std::transform(allSuspects.cbegin(), allSuspects.cend(), all.begin(), [&](Suspect one) {
            return QFontMetricsF(bold).horizontalAdvance(Wording::suspect(one)) + 2 * padding();
        });
        return all;
    };
    const auto sum = [&widths] {
        const auto all = widths();
        return std::accumulate(all.cbegin(), all.cend(), 0.0);
    };
    while (sum() > row.width() && bold.pixelSize() > 9)
        bold.setPixelSize(bold.pixelSize() - 1);

    const QColor alarm = StatusLook::timeoutColor(palette);
    QFont plain = bold;
    plain.setBold(false);
    const auto all = widths();
    const double gap = std::clamp((row.width() - sum()) / 3, 0.0, bold.pixelSize() * 0.5);
    double x = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        const double left = mirrored ? row.right() - x - all.at(i) : row.left() + x;
        const QRectF chip(left, row.top(), all.at(i), height);
        x += all.at(i) + gap;
        const bool likely = suspicion.likely.testFlag(allSuspects.at(i));
        const bool possible = suspicion.possible.testFlag(allSuspects.at(i));
        if (likely || possible) {
            painter->setPen(likely ? QPen(Qt::NoPen) : QPen(palette.color(QPalette::Text), 1.5));
            painter->setBrush(likely ? QBrush(alarm) : QBrush(Qt::NoBrush));
            painter->drawRoundedRect(chip.adjusted(1, 1, -1, -1), height / 4, height / 4);
        }
        painter->setFont(likely ? bold : plain);
        painter->setPen(likely     ? palette.color(QPalette::Base)
                        : possible ? palette.color(QPalette::Text)
                                   : StatusLook::quietText(palette));
        painter->drawText(chip, Qt::AlignCenter, Wording::suspect(allSuspects.at(i)));
    }
}

} // namespace Pongwatch
