// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"
#include "tests/app/window/filledwindow.h"
#include "tests/support/honesttest.h"
#include "widgets/emptystate.h"

#include <QAccessible>
#include <QApplication>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTest>
#include <QTextBrowser>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint(0, 0)), widget->size()};
}

/// Hidden for a reason other than that its page is not in front.
bool isPutAway(const QWidget *widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget())
        if (widget->isHidden() && !qobject_cast<const QStackedWidget *>(widget->parentWidget()))
            return true;
    return false;
}

/// Whether the focus moves from one to the other in reading order: down, or along a row, or to the next
/// column.
bool isInReadingOrder(const QWidget *before, const QWidget *after)
{
    const QRect a = placeOf(before);
    const QRect b = placeOf(after);
    const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    const bool inOneRow = shared > std::min(a.height(), b.height()) / 2;
    if (inOneRow)
        return b.left() >= a.left();
    const bool isAbove = b.bottom() <= a.top();
    return !isAbove || b.left() >= a.right();
}

} // namespace

/// The window and every dialog, by keyboard alone and for screen readers.
class KeyboardTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        applyAppearance(Appearance::Light);
        rig = std::make_unique<FilledWindow>();
        QVERIFY(QTest::qWaitForWindowActive(rig->window()));
    }

    void cleanup() { rig.reset(); }

    void everythingInADialogHasANameForAScreenReader_data() { eachDialog(); }
    void everythingInADialogHasANameForAScreenReader()
    {
        QFETCH(QString, dialog);
        QWidget *shown = dialog.isEmpty() ? rig->window() : rig->open(dialog);
        QVERIFY2(shown, "nothing opened");
        FilledWindow::keepPicture(shown, dialog.isEmpty() ? QStringLiteral("window") : dialog);
        QStringList nameless;
        const QList<QWidget *> widgets = FilledWindow::keyboardWidgets(shown);
        for (QWidget *widget : widgets) {
            if (isPutAway(widget))
                continue; // it gets its text when it is shown
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            // A scroll area is named after its contents.
            const auto *area = qobject_cast<const QScrollArea *>(widget);
            const bool shownHasName = area && area->widget() && !area->widget()->accessibleName().isEmpty();
            if (!shownHasName && (!face || face->text(QAccessible::Name).isEmpty()))
                nameless.append(FilledWindow::describe(widget));
        }
        QCOMPARE(nameless.join(QStringLiteral(" | ")), QString());
        close(shown);
    }

    void theTabKeyReachesEverythingInReadingOrder_data() { eachDialog(); }
    void theTabKeyReachesEverythingInReadingOrder()
    {
        QFETCH(QString, dialog);
        QWidget *shown = dialog.isEmpty() ? rig->window() : rig->open(dialog);
        QVERIFY2(shown, "nothing opened");
        QVERIFY(QTest::qWaitForWindowActive(shown));
        const QList<QWidget *> visited = walk(shown);

        QStringList unreached;
        const QList<QWidget *> all = FilledWindow::keyboardWidgets(shown);
        for (QWidget *widget : all)
            if (widget->isVisible() && widget->isEnabled() && !visited.contains(widget))
                unreached.append(FilledWindow::describe(widget));
        if (!unreached.isEmpty()) {
            QStringList path;
            for (const QWidget *widget : visited)
                path.append(FilledWindow::describe(widget));
            qInfo().noquote() << "the keyboard went" << path.join(QStringLiteral(" → "));
        }
        QCOMPARE(unreached.join(QStringLiteral(" | ")), QString());

        QStringList astray;
        for (qsizetype i = 1; i < visited.size(); ++i) {
            if (!isInReadingOrder(visited.at(i - 1), visited.at(i))) {
                astray.append(FilledWindow::describe(visited.at(i - 1)) + QStringLiteral(" → ") +
                              FilledWindow::describe(visited.at(i)));
            }
        }
        // In a complete round there is one step from the last back to the first.
        QVERIFY2(astray.size() <= 1, qPrintable(astray.join(QStringLiteral(" | "))));
        close(shown);
    }

private:
    static void eachDialog()
    {
        QTest::addColumn<QString>("dialog");
        QTest::addRow("the window") << QString();
        const QStringList dialogs = FilledWindow::dialogs();
        for (const QString &dialog : dialogs)
            QTest::addRow("%s", qPrintable(dialog)) << dialog;
    }

    /// The widgets that get the focus, one after the other, until the first one again.
    static QList<QWidget *> walk(QWidget *root)
    {
        QList<QWidget *> visited;
        for (int step = 0; step < 300; ++step) {
            QWidget *focus = QApplication::focusWidget();
            if (!focus)
                focus = root;
            // A text with links keeps the focus while it moves through them.
            const bool isAmongLinks = !visited.isEmpty() && visited.constLast() == focus &&
                                      qobject_cast<QTextBrowser *>(focus) && step < 100;
            if (focus != root && !isAmongLinks) {
                if (visited.contains(focus))
                    return visited;
                visited.append(focus);
            }
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        return visited;
    }

    void close(QWidget *shown)
    {
        if (shown != rig->window()) {
            const QPointer<QWidget> gone(shown);
            shown->close();
            QTRY_VERIFY(!gone || !gone->isVisible());
        }
    }

    std::unique_ptr<FilledWindow> rig;
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
