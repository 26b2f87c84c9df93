// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/profileeditor/controlpictures.h"
#include "widgets/profileeditor/dialoguerows.h"
#include "widgets/profileeditor/parametersvalue.h"
#include "widgets/profileeditor/presetvalue.h"
#include "widgets/profileeditor/profileeditor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The editor's page for a dialogue, as users fill it in.
class DialoguePageTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
        m_workspace = {};
        m_profile = {};
        m_profile.key = ProfileKey{1};
        m_profile.name = QStringLiteral("edge");
        m_profile.url = QStringLiteral("ws://h/");
    }

    void cleanup() { m_editor.reset(); }

    void presetsAreOfferedByTheirServices()
    {
        open();
        const QComboBox *box = fields().preset->box();
        QCOMPARE(box->count(), programPresets().size() + 1);
        QCOMPARE(box->currentData().toString(), QString());
        QVERIFY(box->findText(QStringLiteral("Socket.IO 3 and 4 (socket.io)")) > 0);
        QVERIFY(fields().preset->summary().isEmpty());
    }

    void whatTheUrlGivesAwayIsProposed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("subprotocols");
        QTest::addColumn<QString>("preset");
        QTest::newRow("a path") << "ws://h/socket.io/?EIO=4" << QStringList() << "socket.io";
        QTest::newRow("a subprotocol")
            << "ws://h/" << QStringList{QStringLiteral("graphql-transport-ws")} << "graphql-ws";
        QTest::newRow("nothing") << "ws://h/feed" << QStringList() << QString();
    }
    void whatTheUrlGivesAwayIsProposed()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, subprotocols);
        QFETCH(QString, preset);
        m_profile.url = url;
        m_profile.own.subprotocols = subprotocols;
        open();
        QPushButton *accept = fields().preset->proposalButton();
        QCOMPARE(!accept->isHidden(), !preset.isEmpty());
        if (preset.isEmpty())
            return;
        accept->click();
        QVERIFY(accept->isHidden());
        QCOMPARE(edited().own.dialoguePreset, std::optional(preset));
        QVERIFY2(fields().preset->summary().contains(QStringLiteral("Step 1")),
                 qPrintable(fields().preset->summary()));
    }

    void parametersAreFields()
    {
        open();
        choose(QStringLiteral("home-assistant"));
        QLineEdit *token = fields().parameters->field(QStringLiteral("token"));
        QVERIFY(token);
        QVERIFY(!m_editor->acceptButton()->isEnabled());
        QCOMPARE(complaintOf(fields().parameters), QStringLiteral("“token” is needed"));
        QTest::keyClicks(token, QStringLiteral("$HA_TOKEN"));
        QVERIFY(m_editor->acceptButton()->isEnabled());
        const ProfileSettings::Parameters given = edited().own.dialogueParameters.value();
        QCOMPARE(given.values.size(), 1);
        QCOMPARE(given.values.first().second, QStringLiteral("$HA_TOKEN"));
        // Another preset asks for other things; those that it doesn't know remain until they are cleared.
        choose(QStringLiteral("socket.io"));
        QVERIFY(fields().parameters->field(QStringLiteral("auth")));
        QVERIFY(fields().parameters->field(QStringLiteral("token")));
        QCOMPARE(complaintOf(fields().parameters), QStringLiteral("the preset has no “token”"));
        fields().parameters->field(QStringLiteral("token"))->clear();
        QTest::keyClick(fields().parameters->field(QStringLiteral("token")), Qt::Key_Space);
        QVERIFY(m_editor->acceptButton()->isEnabled());
    }

    void stepsAreRowsWithTheirErrors()
    {
        open();
        DialogueRows *steps = rowsOf(DialogueRows::Kind::Steps);
        steps->addButton()->click();
        QCOMPARE(steps->rows().size(), 1);
        DialogueRow *first = steps->rows().first();
        QVERIFY(!m_editor->acceptButton()->isEnabled()); // it sends nothing, and waits for nothing
        QTest::keyClicks(first->field("send"), QStringLiteral("hello"));
        QVERIFY(m_editor->acceptButton()->isEnabled());
        steps->addButton()->click();
        DialogueRow *second = steps->rows().at(1);
        QTest::keyClicks(second->field("expect"), QStringLiteral("("));
        QVERIFY(first->complaint().isEmpty());
        QVERIFY2(!second->complaint().isEmpty(), "an expression that is none");
        QVERIFY(complaintOf(steps).startsWith(QStringLiteral("step 2: ")));
        QVERIFY(!m_editor->acceptButton()->isEnabled());
        QTest::keyClick(second->field("expect"), Qt::Key_Backspace);
        QTest::keyClicks(second->field("expect"), QStringLiteral("welcome"));
        second->field("within_s")->selectAll();
        QTest::keyClicks(second->field("within_s"), QStringLiteral("soon"));
        QVERIFY(!second->complaint().isEmpty());
        second->field("within_s")->selectAll();
        QTest::keyClicks(second->field("within_s"), QStringLiteral("3 s"));
        QVERIFY(m_editor->acceptButton()->isEnabled());
        const ProfileSettings::Steps written = edited().own.dialogueOnOpen.value();
        QCOMPARE(written.size(), 2);
        QCOMPARE(written.at(0).send.content, QStringLiteral("hello"));
        QCOMPARE(written.at(1).expect.expression, QStringLiteral("welcome"));
        QCOMPARE(written.at(1).within, nanoseconds(seconds(3)));
        Q_EMIT first->removalWanted();
        QCOMPARE(edited().own.dialogueOnOpen->size(), 1);
    }

    void whatIsNotTouchedStaysAsItIs()
    {
        DialogueStep step;
        step.send = {QStringLiteral("PING\r\n\u001e"), MessageForm::Text};
        step.expect = {QStringLiteral("^PONG"), MessageForm::Text};
        DialogueAnswer rule;
        rule.when = {QStringLiteral("^d0"), MessageForm::Hex};
        rule.send = {QStringLiteral("c000"), MessageForm::Hex};
        m_profile.own.dialogueOnOpen = ProfileSettings::Steps{step};
        m_profile.own.dialogueAnswer = ProfileSettings::Answers{rule};
        open();
        const DialogueRow *row = rowsOf(DialogueRows::Kind::Steps)->rows().first();
        QCOMPARE(row->field("send")->text(), QStringLiteral("PING␍␊␞"));
        QTest::keyClick(row->field("expect"), Qt::Key_End);
        QTest::keyClicks(row->field("expect"), QStringLiteral("$"));
        const DialogueRow *other = rowsOf(DialogueRows::Kind::Answers)->rows().first();
        QTest::keyClick(other->field("when"), Qt::Key_End);
        QTest::keyClicks(other->field("when"), QStringLiteral("00"));
        const ProfileSettings after = edited().own;
        QCOMPARE(after.dialogueOnOpen->first().send.content, step.send.content);
        QCOMPARE(after.dialogueOnOpen->first().expect.expression, QStringLiteral("^PONG$"));
        QCOMPARE(after.dialogueAnswer->first().when.form, MessageForm::Hex);
        QCOMPARE(after.dialogueAnswer->first().when.expression, QStringLiteral("^d000"));
        QCOMPARE(after.dialogueAnswer->first().send, rule.send);
    }

    void aFeedIsTwoFields()
    {
        open();
        auto *alive = m_editor->findChild<AliveValue *>();
        QTest::keyClicks(alive->whenField(), QStringLiteral("trade"));
        QVERIFY(!m_editor->acceptButton()->isEnabled());
        QTest::keyClicks(alive->everyField(), QStringLiteral("30"));
        QVERIFY(m_editor->acceptButton()->isEnabled());
        const ProfileSettings::Alive written = edited().own.dialogueAlive.value();
        QCOMPARE(written->when.expression, QStringLiteral("trade"));
        QCOMPARE(written->atLeastEvery, nanoseconds(seconds(30)));
    }

    void controlCharactersHavePictures()
    {
        QString all;
        for (char16_t c = 0; c < 0x20; ++c)
            all.append(QChar(c));
        all += QStringLiteral("plain ␣ text");
        const QString shown = withControlPictures(all);
        QVERIFY(std::none_of(shown.cbegin(), shown.cend(), [](QChar c) { return c.unicode() < 0x20; }));
        QCOMPARE(withoutControlPictures(shown), all);
    }

private:
    void open()
    {
        m_workspace.add(m_profile);
        m_editor = std::make_unique<ProfileEditor>(
            m_workspace, EditSubject{EditSubject::Kind::Profiles, {m_profile.key}, {}}, nullptr, true);
        m_editor->setPresets(programPresets());
        m_editor->showPage(static_cast<int>(m_editor->pages().size())); // the last one
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void choose(const QString &preset)
    {
        QComboBox *box = fields().preset->box();
        box->setCurrentIndex(box->findData(preset));
        Q_EMIT box->activated(box->currentIndex());
    }

    [[nodiscard]] const DialogueFields &fields() const { return m_editor->dialogueFields(); }

    [[nodiscard]] DialogueRows *rowsOf(DialogueRows::Kind kind) const
    {
        // In the order on the page.
        return m_editor->findChildren<DialogueRows *>().value(static_cast<int>(kind));
    }

    [[nodiscard]] QString complaintOf(const ValueEditor *editor) const
    {
        for (const SettingPage &page : m_editor->pages()) {
            for (const SettingRow *row : page.rows)
                if (row->editor() == editor)
                    return row->complaint();
        }
        return {};
    }

    [[nodiscard]] Profile edited() const
    {
        const Workspace after = m_editor->applyTo(m_workspace);
        return after.at(*after.find(m_profile.key));
    }

    Workspace m_workspace;
    Profile m_profile;
    std::unique_ptr<ProfileEditor> m_editor;
};

QTEST_MAIN(DialoguePageTest)
#include "tst_dialoguepage.moc"
