// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language/languages.h"
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "app/window/windowactions.h"
#include "tests/support/honesttest.h"
#include "widgets/addpeerbar.h"
#include "widgets/emptystate.h"
#include "widgets/preferences/preferencesdialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The whole window in languages made for tests: in "eo", each text is in brackets and 40 % longer; "ar" runs
/// from right to left.
class WindowLanguagesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PONGWATCH_TRANSLATIONS", PSEUDO_LANGUAGES); }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("default.pongwatch")), {}, {}});
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    void cleanup()
    {
        application->languages()->choose(QStringLiteral("en"));
        window.reset();
        application.reset();
        QLocale::setDefault(QLocale::c());
    }

    void everyMenuAndActionChangesItsLanguageWhileTheProgramRuns()
    {
        speak(QStringLiteral("eo"));
        QStringList left;
        for (const QAction *menu : window->menuBar()->actions())
            collectUntranslated(menu, &left);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
    }

    void everyTextInTheWindowChangesItsLanguageWhileTheProgramRuns()
    {
        application->addPeerForThisRun(deadPeer());
        speak(QStringLiteral("eo"));
        QStringList left;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const QString text = textOf(widget);
            // What the system says about an address is in the system's own words.
            if (widget->isVisible() && isEnglish(text) && !text.contains(QStringLiteral("127.0.0.1")))
                left.append(QLatin1String(widget->metaObject()->className()) + u':' + text);
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
    }

    void noButtonIsTooSmallForLongerTexts_data()
    {
        QTest::addColumn<bool>("withPeers");
        QTest::addRow("first steps") << false;
        QTest::addRow("list, chart and log") << true;
    }

    void noButtonIsTooSmallForLongerTexts()
    {
        QFETCH(bool, withPeers);
        if (withPeers)
            application->addPeerForThisRun(deadPeer());
        speak(QStringLiteral("eo"));
        QTRY_COMPARE(tooSmall(window.get()).join(QStringLiteral(" | ")), QString());
    }

    void preferencesStandLongerTexts()
    {
        speak(QStringLiteral("eo"));
        PreferencesDialog dialog({{QStringLiteral("en"), QStringLiteral("English")}}, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_COMPARE(tooSmall(&dialog).join(QStringLiteral(" | ")), QString());
    }

    void fromRightToLeftTheToolBarBeginsAtTheRight()
    {
        speak(QStringLiteral("ar"));
        const QWidget *field = window->addPeerBar()->field();
        QTRY_VERIFY(field->mapTo(window.get(), QPoint(0, 0)).x() > window->width() / 2);
    }

    void everyActionThatCanBeDoneHasANameAndAWayByKeyboard()
    {
        for (const QAction *menu : window->menuBar()->actions())
            if (menu->isVisible())
                QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
    }

    void everyWidgetThatTakesTheKeyboardHasANameForAScreenReader()
    {
        application->addPeerForThisRun(deadPeer());
        QStringList nameless;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (!face || face->text(QAccessible::Name).isEmpty()) {
                nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                                widget->objectName());
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(" | "))));
    }

private:
    void speak(const QString &code)
    {
        application->languages()->choose(code);
        QCoreApplication::sendPostedEvents(); // LanguageChange is posted to windows
        QCoreApplication::processEvents();
    }

    static ConnectionSettings deadPeer()
    {
        ConnectionSettings settings;
        settings.name = QStringLiteral("[dead]");
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/"));
        settings.proxy.kind = ProxyKind::None;
        return settings;
    }

    static bool isEnglish(const QString &text)
    {
        static const QRegularExpression word(QStringLiteral("[a-z]{3}"));
        return word.match(text).hasMatch() && !text.contains(u'[') && !text.contains(QStringLiteral("://"));
    }

    static QString textOf(const QWidget *widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            return label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            return button->text();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            return field->placeholderText();
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            return box->currentText();
        return {};
    }

    void collectUntranslated(const QAction *action, QStringList *left)
    {
        // Languages are listed under their own names: their actions have their codes.
        const bool isLanguage =
            action->data().userType() == QMetaType::QString && !action->data().toString().isEmpty();
        if (isEnglish(action->text()) && !isLanguage)
            left->append(action->text());
        if (action->menu())
            for (const QAction *inside : action->menu()->actions())
                collectUntranslated(inside, left);
    }

    static QStringList tooSmall(const QWidget *root)
    {
        QStringList clipped;
        for (const auto *button : root->findChildren<QAbstractButton *>())
            if (button->isVisible() && !button->text().isEmpty() &&
                button->width() < button->minimumSizeHint().width())
                clipped.append(button->text());
        return clipped;
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(WindowLanguagesTest)
#include "tst_windowlanguages.moc"
