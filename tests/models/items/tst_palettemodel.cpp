// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/palettemodel.h"
#include "tests/support/honesttest.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PaletteModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsOfferedBestFirst()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(
            {{QStringLiteral("Reconnect Now"), QStringLiteral("Peer"), QStringLiteral("Ctrl+R"), 1},
             {QStringLiteral("Ping Now"), QStringLiteral("Peer"), {}, 2},
             {QStringLiteral("Dark"), QStringLiteral("View › Appearance"), {}, 3}});
        QCOMPARE(ids(model), (QList<quint64>{1, 2, 3}));
        model.setPattern(QStringLiteral("pn"));
        QCOMPARE(ids(model).constFirst(), quint64(2));
        model.setPattern(QStringLiteral("appear"));
        QCOMPARE(ids(model), QList<quint64>{3}); // by its menu
        model.setPattern(QStringLiteral("zz"));
        QCOMPARE(model.rowCount(), 0);
        model.setPattern({});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Reconnect Now, Peer, Ctrl+R"));
    }

    void whatWasChosenLatelyComesFirstAndWhatCannotBeDoneLast()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({{QStringLiteral("Ping Now"), QStringLiteral("Peer"), QStringLiteral("Ctrl+G"), 1,
                           QStringLiteral("select a peer first"), 3},
                          {QStringLiteral("Pause"), QStringLiteral("Peer"), {}, 2},
                          {QStringLiteral("Dark"), {}, {}, 3, {}, 1},
                          {QStringLiteral("Wall"), {}, {}, 4, {}, 2}});
        QCOMPARE(ids(model), (QList<quint64>{4, 3, 2, 1}));
        const QModelIndex last = model.index(3);
        QCOMPARE(last.data(PaletteUnavailableRole).toString(), QStringLiteral("select a peer first"));
        QCOMPARE(last.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Ping Now, Peer, select a peer first"));
        model.setPattern(QStringLiteral("p"));
        QCOMPARE(ids(model), (QList<quint64>{2, 1})); // the better match can't be done
    }

    void aCommandByItsNameComesBeforeOthersThoughItCannotBeUsed()
    {
        PaletteModel model;
        model.setEntries(
            {{QStringLiteral("1 minute"), QStringLiteral("Chart › Time Span"), {}, 1},
             {QStringLiteral("Mute"), QStringLiteral("Peer"), {}, 2, QStringLiteral("select a peer first")}});
        model.setPattern(QStringLiteral("mute"));
        QCOMPARE(ids(model), (QList<quint64>{2, 1}));
        model.setPattern(QStringLiteral("minute"));
        QCOMPARE(ids(model), (QList<quint64>{1}));
    }

private:
    static QList<quint64> ids(const PaletteModel &model)
    {
        QList<quint64> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data(PaletteIdRole).toULongLong());
        return all;
    }
};

QTEST_GUILESS_MAIN(PaletteModelTest)
#include "tst_palettemodel.moc"
