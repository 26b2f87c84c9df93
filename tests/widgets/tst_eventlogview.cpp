// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfoldmodel.h"
#include "items/eventlogmodel.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/eventlogview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class EventLogViewTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        model = std::make_unique<EventLogModel>(book.get());
        view = std::make_unique<EventLogView>();
        view->setModel(model.get());
        view->resize(700, 150);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    }

    void cleanup()
    {
        view.reset();
        model.reset();
        book.reset();
    }

    void itFollowsItsEnd()
    {
        addEntries(50);
        QTRY_VERIFY(isAtEnd());
        addEntries(50);
        QTRY_VERIFY(isAtEnd());
    }

    void itStaysWhereTheUserIsReading()
    {
        addEntries(50);
        QTRY_VERIFY(isAtEnd());
        view->verticalScrollBar()->setValue(0);
        addEntries(50);
        QTRY_COMPARE(view->model()->rowCount(), 100);
        QCOMPARE(view->verticalScrollBar()->value(), 0);
    }

    void longSentencesWrapWhereThereIsRoom()
    {
        Verdict verdict;
        verdict.cause = Cause::HandshakeRejected;
        verdict.httpStatus = 503;
        verdict.phase = DialPhase::Upgrade;
        model->append({{monitor.ended(peer, verdict)}, {}});
        addEntries(1);
        const auto rowHeight = [this](int row) {
            const int column = static_cast<int>(EventColumn::What);
            return view->visualRect(model->index(row, column)).height();
        };
        const int line = view->fontMetrics().height();
        const auto wide = [this, line](int sentenceWidth, int rows) {
            const int others = view->columnViewportPosition(static_cast<int>(EventColumn::What));
            view->resize(others + sentenceWidth, rows * (line + 8) + view->header()->height() + 20);
        };
        wide(200, 12);
        QTRY_VERIFY(rowHeight(0) > 2 * line);
        QVERIFY(rowHeight(0) <= EventLogView::mostLines * line + 10);
        wide(2000, 12);
        QTRY_VERIFY(rowHeight(0) < 2 * line);
        wide(200, 3); // at this height, it shows more than one entry
        QTRY_VERIFY(rowHeight(0) < 2 * line);
    }

    void timesOfOtherDaysHaveRoom()
    {
        addEntries(1);
        monitor.advance(std::chrono::hours(48));
        addEntries(1);
        const int column = static_cast<int>(EventColumn::Time);
        const QString oldest = view->model()->index(0, column).data().toString();
        QVERIFY2(oldest.contains(QStringLiteral("2023")), qPrintable(oldest));
        QVERIFY(view->header()->sectionSize(column) >=
                view->indentation() + view->fontMetrics().horizontalAdvance(oldest));
    }

    void selectedEntriesAreCopiedAsLines()
    {
        addEntries(3);
        view->selectAll();
        QTest::keySequence(view.get(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.first().contains(QStringLiteral("edge\tTimed out\t")));
    }

    void anEntryIsFoundInTheLineThatItIsFoldedInto()
    {
        EventFoldModel folds(model.get(), book.get());
        EventLogView folded;
        folded.setModel(&folds);
        model->append({{monitor.opened(peer)}, {}});
        monitor.advance(seconds(60));
        const WallTime first = monitor.now();
        model->append({{monitor.timedOut(peer, seconds(3))}, {}});
        monitor.advance(seconds(60));
        model->append({{monitor.timedOut(peer, seconds(3))}, {}});
        QVERIFY(folded.showEntry(peer, first + milliseconds(100)));
        QVERIFY(folded.isExpanded(folds.index(1, 0)));
        QCOMPARE(folded.currentIndex(), folds.index(0, 0, folds.index(1, 0)));
        QVERIFY(!folded.showEntry(peer, first + seconds(30)));
        QVERIFY(!folded.showEntry(SyntheticMonitor::id(2), first));
        QCOMPARE(folded.currentIndex(), folds.index(0, 0, folds.index(1, 0)));
    }

    void activatingAnEntryNamesItsPeer()
    {
        addEntries(1);
        std::optional<PeerId> named;
        connect(view.get(), &EventLogView::peerActivated, this, [&named](PeerId id) { named = id; });
        view->setCurrentIndex(model->index(0, 0));
        QTest::keyClick(view.get(), Qt::Key_Return);
        QVERIFY(named == peer);
    }

private:
    void addEntries(int count)
    {
        for (int i = 0; i < count; ++i)
            model->append({{monitor.timedOut(peer, seconds(3))}, {}});
    }
    [[nodiscard]] bool isAtEnd() const
    {
        const QScrollBar *bar = view->verticalScrollBar();
        return bar->maximum() > 0 && bar->value() == bar->maximum();
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<EventLogModel> model;
    std::unique_ptr<EventLogView> view;
};

QTEST_MAIN(EventLogViewTest)
#include "tst_eventlogview.moc"
