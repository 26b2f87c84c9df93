// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/incident.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;
using Answer = ConditionReading::Answer;

class IncidentTest : public HonestTest
{
    Q_OBJECT

private:
    static ConditionReading says(Answer answer)
    {
        ConditionReading reading;
        reading.answer = answer;
        return reading;
    }

private Q_SLOTS:
    /// One letter a second: what the condition says, Y/N/? (as before)/- (unwatched); then what became of it,
    /// O (opened)/C (closed)/. (nothing). It recovers after 3 s.
    void histories_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("steps");
        QTest::newRow("nothing") << QByteArray("NN?-N") << QByteArray(".....");
        QTest::newRow("opens once") << QByteArray("NYYYY") << QByteArray(".O...");
        QTest::newRow("over after its time") << QByteArray("YNNNN")
                                             << QByteArray("O..."
                                                           "C");
        QTest::newRow("comes again in time") << QByteArray("YNNYNNNN") << QByteArray("O......C");
        QTest::newRow("between its limits it stays") << QByteArray("Y????????") << QByteArray("O........");
        QTest::newRow("between its limits it goes on to recover")
            << QByteArray("YN???") << QByteArray("O...C");
        QTest::newRow("nobody watches any more") << QByteArray("Y-") << QByteArray("OC");
        QTest::newRow("the second time takes longer")
            << QByteArray("YNNNNYNNNNNNNNNNNNNNNNNNNNNN") << QByteArray("O...CO....................C.");
    }

    void histories()
    {
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, steps);
        Incident incident;
        QByteArray seen;
        WallTime now(1000s);
        for (const char letter : says) {
            const Answer answer = letter == 'Y'   ? Answer::Yes
                                  : letter == 'N' ? Answer::No
                                  : letter == '?' ? Answer::AsBefore
                                                  : Answer::Unwatched;
            const IncidentStep step = advance(incident, IncidentTest::says(answer), 3s, true, now);
            incident.isTold = incident.isOpen;
            seen += step == IncidentStep::Opened ? 'O' : step == IncidentStep::Closed ? 'C' : '.';
            now += 1s;
        }
        QCOMPARE(seen, steps);
    }

    void staysOpenThroughASilenceAndDoesNotOpenInOne()
    {
        Incident incident;
        QCOMPARE(advance(incident, says(Answer::Yes), 0s, false, WallTime(1s)), IncidentStep::None);
        QCOMPARE(advance(incident, says(Answer::Yes), 0s, true, WallTime(2s)), IncidentStep::Opened);
        QCOMPARE(advance(incident, says(Answer::Yes), 0s, false, WallTime(3s)), IncidentStep::None);
        QVERIFY(incident.isOpen);
        QCOMPARE(advance(incident, says(Answer::No), 0s, false, WallTime(4s)), IncidentStep::Closed);
    }

    void whatNobodyWasToldOfIsOverAtOnce()
    {
        Incident incident;
        QCOMPARE(advance(incident, says(Answer::Yes), 60s, true, WallTime(1s)), IncidentStep::Opened);
        QCOMPARE(advance(incident, says(Answer::No), 60s, true, WallTime(2s)), IncidentStep::Closed);
        QVERIFY(incident.openings.empty()); // and does not count as one that came again
    }

    void recoveryDoublesUpToAnHour()
    {
        QCOMPARE(recoveryTime(0s, 1), nanoseconds(0s));
        QCOMPARE(recoveryTime(60s, 1), nanoseconds(60s));
        QCOMPARE(recoveryTime(60s, 3), nanoseconds(240s));
        QCOMPARE(recoveryTime(0s, 2), nanoseconds(20s));
        QCOMPARE(recoveryTime(60s, 1000), nanoseconds(1h));
        QCOMPARE(recoveryTime(2h, 5), nanoseconds(2h));
    }

    void clockThatIsSetBackHoldsNothingOpen()
    {
        Incident incident;
        advance(incident, says(Answer::Yes), 10s, true, WallTime(100'000s));
        incident.isTold = true;
        advance(incident, says(Answer::No), 10s, true, WallTime(100'001s));
        advance(incident, says(Answer::No), 10s, true, WallTime(50'000s));
        QCOMPARE(advance(incident, says(Answer::No), 10s, true, WallTime(50'010s)), IncidentStep::Closed);
    }
};

QTEST_APPLESS_MAIN(IncidentTest)
#include "tst_incident.moc"
