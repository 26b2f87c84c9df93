// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"
#include "tests/support/honesttest.h"
#include "widgets/style/calmstyle.h"

#include <QApplication>
#include <QMenuBar>
#include <QStyleFactory>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class AppearanceTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whereTheDesktopSaysNothingItIsMadeForReading()
    {
        qunsetenv("XDG_CURRENT_DESKTOP");
        qunsetenv("QT_QPA_PLATFORMTHEME");
        QApplication::setStyle(new CalmStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
        applyAppearance(Appearance::Light);
        const QPalette light = QApplication::palette();
        applyAppearance(Appearance::System);
        QCOMPARE(QApplication::palette().color(QPalette::Highlight), light.color(QPalette::Highlight));
    }

    void aDesktopIsLeftAsItIs()
    {
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        applyAppearance(Appearance::Dark);
        const QPalette dark = QApplication::palette();
        applyAppearance(Appearance::System);
        QVERIFY(QApplication::palette().color(QPalette::Highlight) != dark.color(QPalette::Highlight));
        qunsetenv("XDG_CURRENT_DESKTOP");
    }

    void theOverflowIconIsThere()
    {
        const CalmStyle style;
        for (const auto icon :
             {QStyle::SP_ToolBarHorizontalExtensionButton, QStyle::SP_ToolBarVerticalExtensionButton}) {
            const QImage picture = style.standardIcon(icon, nullptr, nullptr).pixmap(16, 16).toImage();
            bool painted = false;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    painted = painted || qAlpha(picture.pixel(x, y)) > 0;
            QVERIFY(painted);
        }
    }
};

QTEST_MAIN(AppearanceTest)
#include "tst_appearance.moc"
