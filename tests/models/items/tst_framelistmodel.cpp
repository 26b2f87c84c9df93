// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/framelistmodel.h"
#include "peers/peerbook.h"
#include "tests/models/frames/seenframes.h"
#include "tests/support/honesttest.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The list of frames, batch by batch.
class FrameListModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        model = std::make_unique<FrameListModel>(&book);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        number = 0;
    }
    void cleanup()
    {
        tester.reset();
        model.reset();
    }

    void framesComeInTheirOrder()
    {
        come({"a", "b"});
        come({"c"});
        QCOMPARE(shown(), QStringLiteral("a b c"));
        QCOMPARE(model->index(2, int(FrameColumn::Direction)).data().toString(),
                 QStringLiteral("↓ Received"));
        QCOMPARE(model->index(2, int(FrameColumn::SinceOpen)).data().toString(), QStringLiteral("3.000"));
    }

    void oneBatchIsOneInsertion()
    {
        QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
        for (int i = 0; i < 25; ++i)
            come(QByteArrayList(500, "x"));
        QCOMPARE(inserted.size(), 25);
        QCOMPARE(removed.size(), 5);
        QCOMPARE(model->rowCount(), int(FrameLog::mostFrames));
    }

    void aFilterHoldsForWhatComes()
    {
        come({"apple", "pear"});
        FrameFilter filter;
        QVERIFY(filter.setSearch(QStringLiteral("app"), false));
        model->setFilter(filter);
        QCOMPARE(shown(), QStringLiteral("apple"));
        come({"plum", "pineapple"});
        QCOMPARE(shown(), QStringLiteral("apple pineapple"));
        model->setFilter({});
        QCOMPARE(shown(), QStringLiteral("apple pear plum pineapple"));
    }

    void rowsStayTrueUnderAFilterWhileOldOnesGo()
    {
        FrameFilter filter;
        QVERIFY(filter.setSearch(QStringLiteral("7"), false));
        model->setFilter(filter);
        for (int batch = 0; batch < 40; ++batch) {
            QByteArrayList texts;
            for (int i = 0; i < 300; ++i)
                texts.append(QByteArray::number(batch * 300 + i));
            come(texts);
        }
        QStringList wanted;
        for (int i = 12'000 - int(FrameLog::mostFrames); i < 12'000; ++i)
            if (QString::number(i).contains(u'7'))
                wanted.append(QString::number(i));
        QCOMPARE(shown(), wanted.join(u' '));
    }

    void aPlaceThatIsKnownLaterIsShown()
    {
        come({"a", "b"});
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        FramePlace place;
        place.role = FramePlace::Role::PongOfOwn;
        place.number = 4;
        place.rtt = std::chrono::milliseconds(2);
        model->setPlaces({{2, place}, {99, place}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model->index(1, int(FrameColumn::Place)).data().toString(),
                 QStringLiteral("Answers ping 4"));
        QVERIFY(model->index(1, int(FrameColumn::Rtt)).data().toString().startsWith(QLatin1String("2.00")));
        QCOMPARE(model->index(0, int(FrameColumn::Rtt)).data().toString(), QString());
    }

    void aPausedListStandsStillAndLosesNothing()
    {
        come({"a"});
        model->setPaused(true);
        come({"b", "c"});
        FramePlace place;
        place.role = FramePlace::Role::User;
        model->setPlaces({{3, place}});
        QCOMPARE(shown(), QStringLiteral("a"));
        QCOMPARE(model->waiting(), std::size_t(2));
        model->setPaused(false);
        QCOMPARE(shown(), QStringLiteral("a b c"));
        QCOMPARE(model->index(2, int(FrameColumn::Place)).data().toString(), QStringLiteral("Sent by you"));
        QCOMPARE(model->waiting(), std::size_t(0));
    }

    void whatWaitsIsBoundedToo()
    {
        model->setPaused(true);
        for (int i = 0; i < 30; ++i)
            come(QByteArrayList(500, "x"));
        QCOMPARE(model->waiting(), FrameLog::mostFrames);
    }

    void clearingForgets()
    {
        come({"a"});
        model->setPaused(true);
        come({"b"});
        model->clear();
        model->setPaused(false);
        QCOMPARE(model->rowCount(), 0);
        QCOMPARE(model->bytes(), qint64(0));
        come({"c"});
        QCOMPARE(shown(), QStringLiteral("c"));
    }

    void anyOrderOfThingsKeepsTheModelWhole()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 100; ++i) {
            switch (random.bounded(8)) {
            case 0:
                model->setPaused(!model->isPaused());
                break;
            case 1: {
                FrameFilter filter;
                (void)filter.setSearch(random.bounded(2) ? QStringLiteral("1") : QString(), false);
                model->setFilter(filter);
                break;
            }
            case 2:
                if (random.bounded(20) == 0)
                    model->clear();
                break;
            default: {
                QByteArrayList texts;
                for (int n = random.bounded(700); n > 0; --n)
                    texts.append(QByteArray::number(n));
                come(texts);
            }
            }
            QVERIFY(model->rowCount() <= int(FrameLog::mostFrames));
            if (model->rowCount() > 0)
                (void)model->frame(model->rowCount() - 1);
        }
    }

private:
    void come(const QByteArrayList &texts)
    {
        std::vector<SeenFrame> frames;
        for (const QByteArray &text : texts)
            frames.push_back(receivedFrame(FrameKind::Text, text, ++number));
        model->append(std::move(frames));
    }
    [[nodiscard]] QString shown() const
    {
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, int(FrameColumn::Data)).data().toString());
        return texts.join(u' ');
    }

    PeerBook book;
    std::unique_ptr<FrameListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    quint64 number = 0;
};

QTEST_GUILESS_MAIN(FrameListModelTest)
#include "tst_framelistmodel.moc"
