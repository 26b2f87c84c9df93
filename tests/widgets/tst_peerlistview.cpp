// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"
#include "items/peerlistmodel.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/peerlistview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerListViewTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        source = std::make_unique<PeerListModel>(book.get());
        model = std::make_unique<PeerFilterModel>();
        model->setSourceModel(source.get());
        view = std::make_unique<PeerListView>();
        view->setModel(model.get());
        for (quint32 number = 1; number <= 5; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book->add(peer, SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer),
                          monitor.sample(peer, milliseconds(number))},
                         {}});
        }
        source->flush();
        view->resize(1000, 300);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    }

    void cleanup()
    {
        view.reset();
        model.reset();
        source.reset();
        book.reset();
    }

    void aClickSelectsAPeer()
    {
        QSignalSpy changed(view.get(), &PeerListView::selectedPeersChanged);
        click(2);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(3)});
        QVERIFY(!changed.isEmpty());
    }

    void theKeyboardSelectsTheNextOne()
    {
        click(0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(2)});
    }

    void severalCanBeSelectedAndTheCurrentOneComesFirst()
    {
        click(0);
        click(3, Qt::ControlModifier);
        QCOMPARE(view->selectedPeers(), (QList<PeerId>{SyntheticMonitor::id(4), SyntheticMonitor::id(1)}));
    }

    void theSelectionStaysWithItsPeerWhenRowsMove()
    {
        click(1);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(5), seconds(3))}, {}});
        source->flush();
        QCOMPARE(model->index(0, 0).data(PeerIdRole).toUInt(), 5U);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(2)});
    }

    void aScreenReaderHearsStateAndFigures()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Peers"));
        QAccessibleInterface *cell = list->tableInterface()->cellAt(0, 0);
        QVERIFY2(cell->text(QAccessible::Name).startsWith(QStringLiteral("OK")),
                 qPrintable(cell->text(QAccessible::Name)));
        QAccessibleInterface *trend = list->tableInterface()->cellAt(0, static_cast<int>(PeerColumn::Trend));
        QVERIFY2(trend->text(QAccessible::Name).contains(QStringLiteral("answers 1")),
                 qPrintable(trend->text(QAccessible::Name)));
    }

    void aTimeoutIsRedInTheTrend()
    {
        book->apply({{monitor.sample(SyntheticMonitor::id(1), seconds(3), PingOutcome::TimedOut)}, {}});
        source->flush();
        const QModelIndex cell = model->index(0, static_cast<int>(PeerColumn::Trend));
        const QImage picture = view->viewport()->grab(view->visualRect(cell)).toImage();
        int red = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                red += pixel.red() > 180 && pixel.green() < 90 && pixel.blue() < 110 ? 1 : 0;
            }
        }
        QVERIFY2(red > 15, qPrintable(QString::number(red)));
    }

private:
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint place = view->visualRect(model->index(row, 1)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, place);
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<PeerListModel> source;
    std::unique_ptr<PeerFilterModel> model;
    std::unique_ptr<PeerListView> view;
};

QTEST_MAIN(PeerListViewTest)
#include "tst_peerlistview.moc"
