// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language/languages.h"
#include "tests/support/honesttest.h"
#include "text/wording.h"
#include "widgets/chart/shortday.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class LanguagesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void englishComesFirstAndChineseIsThere()
    {
        const QList<Languages::Language> all = Languages().available();
        QVERIFY(all.size() >= 2);
        QCOMPARE(all.first(), (Languages::Language{QStringLiteral("en"), QStringLiteral("English")}));
        QVERIFY(std::any_of(all.cbegin(), all.cend(), [](const Languages::Language &language) {
            return language.code == QStringLiteral("zh_CN");
        }));
    }

    void textsChangeAtOnceAndBack()
    {
        Languages languages;
        const QSignalSpy changed(&languages, &Languages::changed);
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(Wording::health(Health::TimedOut), QStringLiteral("超时"));
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        languages.choose(QStringLiteral("en"));
        QCOMPARE(Wording::health(Health::TimedOut), QStringLiteral("Timed out"));
        QCOMPARE(changed.size(), 2);
    }

    void daysOnAnAxisAreInTheOrderOfTheLanguage()
    {
        const QDate day(2026, 12, 1);
        Languages languages;
        languages.choose(QStringLiteral("en"));
        QCOMPARE(shortDay(QLocale(), day), QStringLiteral("1 Dec"));
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(shortDay(QLocale(), day), QStringLiteral("12月1日"));
        QCOMPARE(shortDay(QLocale(), day, true), QStringLiteral("2026年12月1日"));
    }

    void pluralsAreRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("told");
        QTest::addRow("one in English") << QStringLiteral("en") << 1 << QStringLiteral("1 peer in trouble");
        QTest::addRow("two in English") << QStringLiteral("en") << 2 << QStringLiteral("2 peers in trouble");
        QTest::addRow("none in English") << QStringLiteral("en") << 0 << QStringLiteral("0 peers in trouble");
        QTest::addRow("one in Chinese") << QStringLiteral("zh_CN") << 1 << QStringLiteral("1 个对端出现问题");
        QTest::addRow("many in Chinese")
            << QStringLiteral("zh_CN") << 40 << QStringLiteral("40 个对端出现问题");
    }

    void pluralsAreRight()
    {
        QFETCH(QString, language);
        QFETCH(int, number);
        Languages languages;
        languages.choose(language);
        QTEST(QCoreApplication::translate("Pongwatch::AlertText", "%n peers in trouble", nullptr, number),
              "told");
    }

    void aLanguageWithoutAFileIsEnglishWithItsOwnNumbers()
    {
        Languages languages;
        languages.choose(QStringLiteral("de_DE"));
        QCOMPARE(Wording::health(Health::TimedOut), QStringLiteral("Timed out"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
    }

    void layoutsFollowTheDirectionOfTheLanguage()
    {
        Languages languages;
        languages.choose(QStringLiteral("ar"));
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    }

    void latenciesComeInTheUnitThatIsPreferred_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("told");
        QTest::addRow("microseconds") << qint64(213'000) << QStringLiteral("213\u00a0µs");
        QTest::addRow("milliseconds") << qint64(12'300'000) << QStringLiteral("12.3\u00a0ms");
        QTest::addRow("seconds") << qint64(1'204'000'000) << QStringLiteral("1.20\u00a0s");
    }

    void latenciesComeInTheUnitThatIsPreferred()
    {
        QFETCH(qint64, ns);
        const Formatter format(QLocale::c(), {}, {LatencyUnit::BySize, {}});
        const QString told = format.latency(nanoseconds(ns));
        QTEST(told, "told");
    }
};

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
