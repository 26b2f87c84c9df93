// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/help/guidebrowser.h"
#include "widgets/help/guidewindow.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>

using namespace Pongwatch;

/// The guide in the Help menu.
class GuideBrowserTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachLinkLeadsToAPage()
    {
        const GuideBrowser browser; // loads the pages
        const QDir guide(QStringLiteral(":/guide"));
        QStringList pages = guide.entryList({QStringLiteral("*.md")});
        QVERIFY(pages.size() > 5);
        const QStringList chinese = QDir(QStringLiteral(":/guide/zh_CN")).entryList();
        QVERIFY(chinese.contains(QStringLiteral("guide.md")));
        for (const QString &page : chinese)
            pages.append(QStringLiteral("zh_CN/") + page);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)\\s#]+)"));
        for (const QString &page : pages) {
            QFile file(guide.filePath(page));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto it = link.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
                const QString target = it.next().captured(1);
                const QString place = QDir::cleanPath(QFileInfo(page).path() + u'/' + target);
                QVERIFY2(target.contains(QStringLiteral("://")) || guide.exists(place),
                         qPrintable(page + QStringLiteral(": ") + target));
            }
        }
    }

    void aLanguageBeginsWithItsOwnPage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
        GuideBrowser browser;
        browser.setSource(GuideBrowser::firstPage());
        QVERIFY(browser.toPlainText().startsWith(QStringLiteral("使用指南")));
        browser.setSource(QUrl(QStringLiteral("../verdicts.md")));
        QVERIFY(browser.toPlainText().startsWith(QStringLiteral("Verdicts")));
        QLocale::setDefault(before);
        QVERIFY(GuideBrowser::firstPage().path().endsWith(QStringLiteral("/guide/guide.md")));
    }

    void thePageFollowsTheLanguage()
    {
        const QLocale before;
        GuideWindow window;
        window.browser()->setSource(QUrl(QStringLiteral("alerts.md")));
        QVERIFY(window.browser()->toPlainText().startsWith(QStringLiteral("Alerts")));
        QEvent change(QEvent::LanguageChange);
        QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
        QCoreApplication::sendEvent(&window, &change);
        QVERIFY(window.browser()->toPlainText().startsWith(QStringLiteral("告警")));
        // Its links lead to pages in the same language.
        window.browser()->setSource(QUrl(QStringLiteral("guide.md")));
        QVERIFY(window.browser()->toPlainText().startsWith(QStringLiteral("使用指南")));
        // What there is in English only stays.
        window.browser()->setSource(QUrl(QStringLiteral("../verdicts.md")));
        QCoreApplication::sendEvent(&window, &change);
        QVERIFY(window.browser()->toPlainText().startsWith(QStringLiteral("Verdicts")));
        window.browser()->setSource(QUrl(QStringLiteral("zh_CN/alerts.md")));
        QLocale::setDefault(before);
        QCoreApplication::sendEvent(&window, &change);
        QVERIFY(window.browser()->toPlainText().startsWith(QStringLiteral("Alerts")));
    }

    void aLinkLeadsToItsHeading()
    {
        GuideBrowser browser;
        browser.resize(600, 300);
        browser.show();
        browser.setSource(GuideBrowser::firstPage());
        browser.setSource(QUrl(QStringLiteral("verdicts.md#slow-answers")));
        QCOMPARE(browser.textCursor().block().text(), QStringLiteral("Slow answers"));
        QVERIFY(browser.viewport()->rect().contains(browser.cursorRect()));
        // From the page to a place within it.
        browser.setSource(QUrl(QStringLiteral("#limits")));
        QCOMPARE(browser.textCursor().block().text(), QStringLiteral("Limits"));
    }

    void whatIsNoPageIsShownAsItIsWritten()
    {
        GuideBrowser browser;
        browser.setSource(GuideBrowser::firstPage());
        browser.setSource(QUrl(QStringLiteral("examples/watch.cpp")));
        QVERIFY(browser.toPlainText().startsWith(QStringLiteral("// SPDX-License-Identifier")));
        QVERIFY(browser.toPlainText().contains(QStringLiteral("#include <")));
    }
};

QTEST_MAIN(GuideBrowserTest)
#include "tst_guidebrowser.moc"
