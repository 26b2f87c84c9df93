// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window/windowrig.h"
#include "tests/models/alerts/delivery/hookreceiver.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"
#include "widgets/alerts/waysdialog.h"
#include "widgets/workspace/trustpage.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString t(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Alerts of the window on their way to servers.
class DeliveryFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        rig = std::make_unique<WindowRig>();
    }
    void cleanup() { rig.reset(); }

    void anAlertIsPostedOnce()
    {
        Receiver receiver;
        rig->open();
        QVERIFY(rig->session().open(rig->write("w.pongwatch", workspace(receiver.url()))).ok());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 1, 20'000);
        const QJsonObject body = QJsonDocument::fromJson(receiver.posts.first().body).object();
        QCOMPARE(body[t("rule")].toString(), t("down"));
        QCOMPARE(body[t("peers")][0][t("name")].toString(), t("edge-1"));
        QTRY_COMPARE(rig->application().delivery()->status().waiting, 0);
        QVERIFY(!label()->isVisible());
    }

    void whatIsNotDeliveredIsShownUntilItIs()
    {
        Receiver receiver;
        receiver.answers = {"401 Unauthorized"};
        rig->open();
        const QString file = rig->write("w.pongwatch", workspace(receiver.url()));
        QVERIFY(rig->session().open(file).ok());
        QTRY_VERIFY_WITH_TIMEOUT(label()->isVisible(), 20'000);
        QVERIFY2(label()->text().startsWith(t("1 ")), qPrintable(label()->text()));
        QVERIFY2(label()->toolTip().startsWith(t("hook: the server answered with HTTP 401")),
                 qPrintable(label()->toolTip()));
        QVERIFY2(rig->notice().startsWith(t("An alert could not be delivered: hook: ")),
                 qPrintable(rig->notice()));
        // The workspace is mended, here by another program.
        static_cast<void>(rig->write("w.pongwatch", workspace(receiver.url() + t("/mended"))));
        QVERIFY(rig->session().reload().ok());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 1, 20'000);
        QTRY_VERIFY(!label()->isVisible());
    }

    void itOutlivesTheWindow()
    {
        const quint16 port = freePort();
        rig->open();
        const QString file = rig->write("w.pongwatch", workspace(t("http://127.0.0.1:%1/hook").arg(port)));
        QVERIFY(rig->session().open(file).ok());
        QTRY_COMPARE_WITH_TIMEOUT(rig->application().delivery()->status().waiting, 1, 20'000);
        rig->crash();
        Receiver receiver(port);
        rig->open();
        QVERIFY(rig->session().open(file).ok());
        const auto hasTheFirst = [&receiver] {
            for (const Receiver::Post &post : std::as_const(receiver.posts))
                if (post.header("Idempotency-Key").endsWith("-1-1-hook"))
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasTheFirst(), 20'000);
    }

    void aChannelCanBeTried()
    {
        Receiver receiver;
        receiver.answers = {"200 OK", "503 Busy"};
        rig->open();
        QVERIFY(rig->session().open(rig->write("w.pongwatch", workspace(receiver.url(), "false"))).ok());
        rig->window().findChild<QAction *>(t("alert-channels"))->trigger();
        auto *dialog = rig->opened<WaysDialog>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 4); // its own, and those that are always there
        QCOMPARE(list->topLevelItem(0)->text(0), t("hook"));
        QCOMPARE(list->topLevelItem(0)->text(1), t("http://127.0.0.1 (json)"));
        list->setCurrentItem(list->topLevelItem(0));
        auto *test = dialog->findChild<QPushButton *>(t("test-way"));
        auto *result = dialog->findChild<QLabel *>(t("way-result"));
        test->click();
        QTRY_COMPARE(result->text(), t("The test was accepted."));
        QVERIFY(QJsonDocument::fromJson(receiver.posts.first().body).object()[t("test")].toBool());
        test->click();
        QTRY_COMPARE(result->text(), t("The test was not accepted: the server answered with HTTP 503."));
        QVERIFY(!label()->isVisible()); // nothing was to be told
    }

    void aStrangersWorkspaceSendsNothingBeforeItIsTrusted()
    {
        Receiver receiver;
        rig->askForTrust();
        rig->open();
        QVERIFY(rig->session().open(rig->write("w.pongwatch", workspace(receiver.url()))).ok());
        auto *page = rig->opened<TrustPage>();
        QVERIFY(page);
        const QTreeWidget *list = page->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), t("every alert"));
        QCOMPARE(list->topLevelItem(0)->text(1), t("http://127.0.0.1:%1").arg(receiver.serverPort()));
        QTRY_COMPARE_WITH_TIMEOUT(rig->application().delivery()->status().waiting, 1, 20'000);
        QVERIFY(receiver.posts.isEmpty());
        page->findChild<QPushButton *>(t("trust"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 1, 20'000);
    }

private:
    /// A peer that nobody answers for, a rule about it, and where that is posted to.
    static QByteArray workspace(const QString &url, const char *rulesEnabled = "true")
    {
        return QStringLiteral("{'pongwatch':1,'alerts':{'channels':[{'name':'hook','by':'webhook','url':'%1',"
                              "'proxy':'none'}],"
                              "'rules':[{'name':'down','when':'state','enabled':%3,'channels':['hook']}]},"
                              "'profiles':[{'name':'edge-1','url':'ws://127.0.0.1:%2/','proxy':'none'}]}")
            .arg(url, QString::number(freePort()), QString::fromLatin1(rulesEnabled))
            .replace(u'\'', u'"')
            .toUtf8();
    }
    [[nodiscard]] QToolButton *label() const
    {
        return rig->window().findChild<QToolButton *>(t("undelivered"));
    }

    std::unique_ptr<WindowRig> rig;
};

QTEST_MAIN(DeliveryFeatureTest)
#include "tst_deliveryfeature.moc"
