// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"

#include "widgets/style/calmstyle.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace Pongwatch
{

namespace
{

QPalette lightPalette()
{
    const QColor text(0x1f, 0x23, 0x28);
    QPalette palette(QColor(0xf0, 0xf1, 0xf3), QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf8, 0xfa));
    palette.setColor(QPalette::ToolTipBase, Qt::white);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x72, 0x7b));
    palette.setColor(QPalette::Highlight, QColor(0x0b, 0x5c, 0xad));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x0b, 0x5c, 0xad));
    return palette;
}

QPalette darkPalette()
{
    const QColor text(0xe4, 0xe7, 0xeb);
    QPalette palette(QColor(0x2c, 0x30, 0x36), QColor(0x23, 0x26, 0x2b));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x23, 0x28));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2c, 0x30, 0x36));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x93, 0x9b, 0xa5));
    palette.setColor(QPalette::Highlight, QColor(0x1f, 0x5f, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x79, 0xb8, 0xff));
    return palette;
}

QPalette withDisabled(QPalette palette)
{
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = palette.color(QPalette::Active, role);
        faint.setAlpha(110);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

bool isFusion(const QStyle *style)
{
    const auto *proxy = qobject_cast<const QProxyStyle *>(style); // a CalmStyle has no name itself
    return (proxy ? proxy->baseStyle() : style)->name() == QStringLiteral("fusion");
}

} // namespace

void applyAppearance(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        QApplication::setPalette(QPalette());
        // Fusion is Qt's fallback; its palette is a dull grey on grey, whereas ours is made for reading.
        if (isFusion(QApplication::style()) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME") &&
            qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP"))
            QApplication::setPalette(withDisabled(lightPalette()));
        return;
    case Appearance::Light:
        QApplication::setStyle(new CalmStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
        QApplication::setPalette(withDisabled(lightPalette()));
        return;
    case Appearance::Dark:
        QApplication::setStyle(new CalmStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
        QApplication::setPalette(withDisabled(darkPalette()));
        return;
    }
}

} // namespace Pongwatch
