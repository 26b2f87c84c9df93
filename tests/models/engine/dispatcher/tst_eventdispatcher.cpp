// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/ioeventdispatcher.h"
#include "tests/models/engine/dispatcher/stage.h"
#include "tests/support/honesttest.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <future>

#include <sys/resource.h>

using namespace Pongwatch;
using namespace Pongwatch::Tests;

/// Plays each story with Qt's dispatcher and with ours, and expects to hear the same.
class TestEventDispatcher : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheSameStory_data();
    void tellsTheSameStory();
    void noQuitIsLost_data();
    void noQuitIsLost();
};

namespace
{

enum class Whose { Qts, Ours };

void equip(QThread &thread, Whose whose)
{
    if (whose == Whose::Ours)
        thread.setEventDispatcher(makeIoEventDispatcher().release());
}

} // namespace

void TestEventDispatcher::initTestCase()
{
    // If Qt was built with GLib, it has two dispatchers for Unix. The one that we replace is the
    // other.
    qputenv("QT_NO_GLIB", "1");
    rlimit files{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
    QVERIFY(makeIoEventDispatcher() != nullptr);
}

void TestEventDispatcher::tellsTheSameStory_data()
{
    QTest::addColumn<Whose>("whose");
    QTest::addColumn<Story>("story");
    for (const auto &stories : {loopStories(), timerStories(), notifierStories(), socketStories()}) {
        for (const Story &story : stories) {
            QTest::addRow("Qt's: %s", story.name) << Whose::Qts << story;
            QTest::addRow("ours: %s", story.name) << Whose::Ours << story;
        }
    }
}

void TestEventDispatcher::tellsTheSameStory()
{
    QFETCH(const Whose, whose);
    QFETCH(const Story, story);
    if (story.warning != nullptr)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QString::fromLatin1(story.warning)));

    Stage stage;
    std::promise<void> played; // makes what the thread did visible here, and shows race detectors that it is
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        story.play(stage);
        played.set_value();
    }));
    equip(*thread, whose);
    thread->start();
    QVERIFY(thread->wait(QDeadlineTimer(seconds(30))));
    played.get_future().wait();
    QCOMPARE(stage.said(), story.expected);
}

void TestEventDispatcher::noQuitIsLost_data()
{
    QTest::addColumn<Whose>("whose");
    QTest::addRow("Qt's") << Whose::Qts;
    QTest::addRow("ours") << Whose::Ours;
}

/// quit() may come before the loop runs, while it is about to wait, and while it waits.
void TestEventDispatcher::noQuitIsLost()
{
    QFETCH(const Whose, whose);
    for (int i = 0; i < 300; ++i) {
        QThread thread;
        equip(thread, whose);
        thread.start();
        thread.quit();
        QVERIFY(thread.wait(QDeadlineTimer(seconds(10))));
    }
}

QTEST_GUILESS_MAIN(TestEventDispatcher)
#include "tst_eventdispatcher.moc"
