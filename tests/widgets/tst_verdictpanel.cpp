// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "items/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/verdictpanel.h"

#include <QLabel>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class VerdictPanelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theSentenceOfTheLastEndIsShownAtOnce()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        VerdictPanel panel(&book);
        panel.setPeer(peer);
        QVERIFY(panel.sentence().isEmpty());

        const ConnectionEvent end = monitor.rejected(peer, 503);
        book.apply({{end}, {}});

        QCOMPARE(panel.sentence(), explain(std::get<Closed>(end.what).verdict));
        QVERIFY(texts(panel).contains(QStringLiteral("503")));
    }

    void closeFramesAreShownAsSentAndReceived()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        VerdictPanel panel(&book);
        panel.setPeer(peer);
        Verdict verdict;
        verdict.cause = Cause::KeepaliveTimeout;
        verdict.sent = CloseFrame{quint16(1011), QStringLiteral("keepalive ping timeout")};
        book.apply({{monitor.opened(peer), monitor.ended(peer, verdict)}, {}});

        QVERIFY(texts(panel).contains(QStringLiteral("1011 keepalive ping timeout")));
        QVERIFY(texts(panel).contains(QStringLiteral("none")));
        QVERIFY(texts(panel).contains(QStringLiteral("1006")));
    }

    void textOfAPeerIsNeverRichText()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("<b>edge</b>")));
        VerdictPanel panel(&book);
        panel.setPeer(peer);
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        }
        QVERIFY(texts(panel).contains(QStringLiteral("<b>edge</b>")));
    }

    void aPeerThatIsRemovedIsNoLongerShown()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        book.apply({{monitor.rejected(peer, 503)}, {}});
        VerdictPanel panel(&book);
        panel.setPeer(peer);
        QVERIFY(!panel.sentence().isEmpty());
        book.remove(peer);
        QVERIFY(panel.sentence().isEmpty());
    }

private:
    static QStringList texts(const VerdictPanel &panel)
    {
        QStringList texts;
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            texts.append(label->text());
        }
        return texts;
    }

    const PeerId peer = SyntheticMonitor::id(1);
};

QTEST_MAIN(VerdictPanelTest)
#include "tst_verdictpanel.moc"
