// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"
#include "items/peerlistroles.h"
#include "tests/app/window/filledwindow.h"
#include "tests/support/contrast.h"
#include "tests/support/honesttest.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/peerlistview.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTest>
#include <QTreeView>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What is really painted, measured in the picture rather than in a table of colours: each text has at least
/// 4.5:1 to its background, marks and outlines of fields at least 3:1 (WCAG 2.1, 1.4.3 and 1.4.11). Pictures
/// are three times as large, so that strokes reach their full colour somewhere.
class ContrastTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { HonestTest::init(); }

    void cleanup() { rig.reset(); }

    void textsInTheWindowCanBeRead_data() { looks(); }
    void textsInTheWindowCanBeRead()
    {
        show();
        rig->window()->findChild<EventLogPane *>()->setOpen(true);
        QTRY_VERIFY(rig->window()->eventLog()->viewport()->height() > 60);
        const PaintedPicture picture(rig->window());
        QStringList weak;
        checkWidgets(rig->window(), picture, &weak);
        const QList<QTreeView *> views = rig->window()->findChildren<QTreeView *>();
        int cells = 0;
        for (QTreeView *view : views)
            if (view->isVisible())
                cells += checkCells(view, picture, &weak);
        QVERIFY2(cells > 40, qPrintable(QString::number(cells))); // otherwise nothing was examined
        QCOMPARE(weak.join(QStringLiteral("\n")), QString());
    }

    void everyStateIsSeen_data() { looks(); }
    void everyStateIsSeen()
    {
        show();
        PeerListView *list = rig->window()->peerList();
        list->clearSelection();
        list->resize(list->width(), 700);
        const PaintedPicture picture(list);
        const int side = list->fontMetrics().height() + 6;
        QStringList weak;
        int marks = 0;
        for (QModelIndex row = list->model()->index(0, 0); row.isValid(); row = list->indexBelow(row)) {
            const QRect cell = list->visualRect(row);
            QRect mark(list->viewport()->mapTo(list, cell.topLeft()) + QPoint(8, 2),
                       QSize(side, cell.height() - 4));
            const double ratio = picture.contrastIn(mark);
            ++marks;
            if (ratio < 3)
                weak.append(QStringLiteral("%1 %2").arg(row.data().toString()).arg(ratio));
        }
        QVERIFY(marks >= 9);
        QCOMPARE(weak.join(QStringLiteral(" | ")), QString());
    }

    void dialogsCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("dialog");
        const QStringList dialogs = FilledWindow::dialogs();
        for (const bool dark : {false, true})
            for (const QString &dialog : dialogs)
                QTest::addRow("%s, %s", qPrintable(dialog), dark ? "dark" : "light") << dark << dialog;
    }
    void dialogsCanBeRead()
    {
        QFETCH(QString, dialog);
        QFETCH(bool, dark);
        show();
        QWidget *shown = rig->open(dialog);
        QVERIFY2(shown, "nothing opened");
        FilledWindow::keepPicture(shown,
                                  dialog + (dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
        const PaintedPicture picture(shown);
        QStringList weak;
        checkWidgets(shown, picture, &weak);
        QCOMPARE(weak.join(QStringLiteral("\n")), QString());
        shown->close();
    }

private:
    static void looks()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void show()
    {
        QFETCH(bool, dark);
        applyAppearance(dark ? Appearance::Dark : Appearance::Light);
        rig = std::make_unique<FilledWindow>();
        QVERIFY(QTest::qWaitForWindowExposed(rig->window()));
    }

    static QRect placeIn(const QWidget *root, const QWidget *widget)
    {
        return {widget->mapTo(root, QPoint(0, 0)), widget->size()};
    }

    static QString textOf(const QWidget *widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            return label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            return button->text();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            return field->text().isEmpty() ? field->placeholderText() : field->text();
        const auto *box = qobject_cast<const QComboBox *>(widget);
        return box ? box->currentText() : QString();
    }

    static void checkWidgets(const QWidget *root, const PaintedPicture &picture, QStringList *weak)
    {
        const QList<QWidget *> all = root->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->window() != root || !widget->isVisible() || !widget->isEnabled())
                continue;
            const QRect seen = widget->visibleRegion().boundingRect();
            if (seen.size() != widget->size())
                continue; // scrolled out of sight, at least in part
            const QRect place = placeIn(root, widget);
            if (!textOf(widget).trimmed().isEmpty() && place.width() > 12 && place.height() > 10) {
                const double ratio = picture.contrastIn(place.adjusted(4, 3, -4, -3));
                if (ratio < 4.5)
                    weak->append(QStringLiteral("%1: %2:1").arg(FilledWindow::describe(widget)).arg(ratio));
            }
            checkOutline(widget, place, picture, weak);
        }
    }

    static void checkOutline(const QWidget *widget, const QRect &place, const PaintedPicture &picture,
                             QStringList *weak)
    {
        QRect box = place;
        if (const auto *check = qobject_cast<const QCheckBox *>(widget)) {
            QStyleOptionButton option;
            option.initFrom(check);
            box = check->style()
                      ->subElementRect(QStyle::SE_CheckBoxIndicator, &option, check)
                      .translated(place.topLeft());
        } else if (const auto *field = qobject_cast<const QLineEdit *>(widget);
                   !field || !field->hasFrame() || qobject_cast<QComboBox *>(field->parentWidget()) ||
                   qobject_cast<QAbstractSpinBox *>(field->parentWidget())) {
            if (!qobject_cast<const QAbstractSpinBox *>(widget))
                return;
        }
        const QRect edge(box.left() - 2, box.center().y(), 5, 1);
        const double ratio = picture.contrastIn(edge);
        if (ratio < 3) {
            weak->append(
                QStringLiteral("outline of %1: %2:1").arg(FilledWindow::describe(widget)).arg(ratio));
        }
    }

    int checkCells(QTreeView *view, const PaintedPicture &picture, QStringList *weak)
    {
        int cells = 0;
        const QRect window(view->viewport()->mapTo(rig->window(), QPoint(0, 0)), view->viewport()->size());
        for (QModelIndex row = view->model()->index(0, 0); row.isValid(); row = view->indexBelow(row)) {
            for (int column = 0; column < view->model()->columnCount(row.parent()); ++column) {
                const QModelIndex cell = row.siblingAtColumn(column);
                const QRect place = view->visualRect(cell).translated(window.topLeft());
                if (view->isColumnHidden(column) || cell.data().toString().isEmpty() ||
                    !window.contains(place) || place.width() < 20)
                    continue;
                ++cells;
                // Next to a peer's name is its colour, which is not text: 3:1 (WCAG 2.1 1.4.11).
                const bool hasChip =
                    qobject_cast<const PeerListView *>(view) && column == static_cast<int>(PeerColumn::Name);
                const double least = hasChip ? 3 : 4.5;
                // Each word separately, so that strong ones don't hide weak ones.
                const QList<double> parts = picture.contrastOfParts(place.adjusted(1, 3, -1, -3));
                for (const double ratio : parts) {
                    if (ratio < least) {
                        weak->append(QStringLiteral("%1, “%2”: %3:1")
                                         .arg(FilledWindow::describe(view), cell.data().toString())
                                         .arg(ratio));
                    }
                }
            }
        }
        return cells;
    }

    std::unique_ptr<FilledWindow> rig;
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
