// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/preferencesfeature.h"

#include "app/language/languages.h"
#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/features/notificationfeature.h"
#include "app/window/features/trayfeature.h"
#include "app/window/historysettings.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

QString latencyUnitKey()
{
    return QStringLiteral("latency_unit");
}

QString clockKey()
{
    return QStringLiteral("clock");
}

constexpr std::array clockWords{"system", "24h", "iso"}; // by ClockFormat

} // namespace

PreferencesFeature::PreferencesFeature(const WindowContext &context, AlertFeature *alerts, TrayFeature *tray,
                                       NotificationFeature *notifications, QActionGroup *appearance,
                                       QObject *parent)
    : WindowFeature(context, parent)
    , m_alerts(alerts)
    , m_tray(tray)
    , m_notifications(notifications)
    , m_appearance(appearance)
    , m_open(new QAction(this))
    , m_languages(new QActionGroup(this))
    , m_languageMenu(new QMenu(context.window))
{
    const bool bySize = m_context.settings->value(latencyUnitKey(), QString()) == QStringLiteral("by-size");
    FormatPreferences preferred;
    preferred.latencyUnit = bySize ? LatencyUnit::BySize : LatencyUnit::Milliseconds;
    const QString clock = m_context.settings->value(clockKey(), QString()).toString();
    const auto *const known =
        std::find_if(clockWords.cbegin(), clockWords.cend(),
                     [&clock](const char *word) { return clock == QLatin1String(word); });
    if (known != clockWords.cend())
        preferred.clockFormat = static_cast<ClockFormat>(known - clockWords.cbegin());
    m_context.application->book()->setFormat(preferred);

    m_open->setObjectName(QStringLiteral("preferences"));
    m_open->setMenuRole(QAction::PreferencesRole);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    makeLanguageMenu();
    m_context.menus->add(WindowMenus::Menu::View, 20, {m_languageMenu->menuAction()});
    m_context.menus->add(WindowMenus::Menu::View, 90, {m_open});
    connect(m_open, &QAction::triggered, this, &PreferencesFeature::open);
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseLanguage(action->data().toString()); });
    connect(m_appearance, &QActionGroup::triggered, this, [this] {
        if (m_dialog)
            m_dialog->setPreferences(preferences());
    });
    connect(m_notifications, &NotificationFeature::canNotifyChanged, this, &PreferencesFeature::showDesktop);
    retranslate();
}

void PreferencesFeature::showDesktop()
{
    if (m_dialog)
        m_dialog->showDesktop(m_tray->hasTray(), m_notifications->canNotify());
}

void PreferencesFeature::makeLanguageMenu()
{
    const Languages *languages = m_context.application->languages();
    const auto add = [this, languages](const QString &code, const QString &name) {
        QAction *action = m_languages->addAction(name);
        action->setData(code);
        action->setCheckable(true);
        action->setChecked(code == languages->chosen());
    };
    add(QString(), QString()); // the system's; retranslate() sets its name
    for (const Languages::Language &language : languages->available())
        add(language.code, language.name);
    m_languageMenu->addActions(m_languages->actions());
}

void PreferencesFeature::retranslate()
{
    m_open->setText(tr("&Preferences…"));
    m_languageMenu->setTitle(tr("&Language"));
    m_languages->actions().constFirst()->setText(tr("&System Default"));
}

Preferences PreferencesFeature::preferences() const
{
    Preferences now;
    now.language = m_context.application->languages()->chosen();
    const QAction *looks = m_appearance->checkedAction();
    now.appearance = looks ? looks->data().toInt() : 0;
    now.latencyUnit = m_context.application->book()->format().preferences().latencyUnit;
    now.clock = m_context.application->book()->format().preferences().clockFormat;
    now.newWorkspaces = m_context.settings->defaultsOfNewWorkspaces();
    now.alerts = m_alerts->options();
    now.closeToTray = m_tray->isCloseToTray();
    now.history = m_context.application->historyOptions();
    return now;
}

void PreferencesFeature::chooseLanguage(const QString &code)
{
    m_context.settings->setValue(QStringLiteral("language"), code);
    m_context.application->languages()->choose(code);
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
    if (m_dialog)
        m_dialog->setPreferences(preferences());
}

void PreferencesFeature::apply(const Preferences &wanted)
{
    const Preferences before = preferences();
    if (wanted.alerts != before.alerts)
        m_alerts->setOptions(wanted.alerts);
    if (wanted.history != before.history) {
        keepHistoryOptions(*m_context.settings, wanted.history);
        m_context.application->setHistoryOptions(wanted.history);
    }
    if (wanted.closeToTray != before.closeToTray)
        m_tray->setCloseToTray(wanted.closeToTray);
    m_context.application->book()->setFormat({wanted.latencyUnit, wanted.clock});
    if (wanted.latencyUnit != before.latencyUnit) {
        const bool bySize = wanted.latencyUnit == LatencyUnit::BySize;
        m_context.settings->setValue(latencyUnitKey(),
                                     bySize ? QStringLiteral("by-size") : QStringLiteral("ms"));
    }
    if (wanted.clock != before.clock) {
        m_context.settings->setValue(clockKey(),
                                     QLatin1String(clockWords.at(static_cast<size_t>(wanted.clock))));
    }
    if (wanted.latencyUnit != before.latencyUnit || wanted.clock != before.clock) {
        // Texts with figures and times are made anew as after a change of language.
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_context.window, &change);
    }
    if (wanted.newWorkspaces != before.newWorkspaces) {
        m_context.settings->setDefaultsOfNewWorkspaces(wanted.newWorkspaces);
        m_context.application->session()->setDefaultsOfNew(wanted.newWorkspaces);
    }
    if (wanted.appearance != before.appearance) {
        for (QAction *action : m_appearance->actions())
            if (action->data().toInt() == wanted.appearance)
                action->trigger();
    }
    if (wanted.language != before.language)
        chooseLanguage(wanted.language);
}

void PreferencesFeature::open()
{
    if (!m_dialog) {
        QList<std::pair<QString, QString>> languages;
        for (const Languages::Language &language : m_context.application->languages()->available())
            languages.append({language.code, language.name});
        m_dialog = new PreferencesDialog(languages, preferences(), m_context.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        showDesktop();
        if (const auto status = m_context.application->historyStatus())
            m_dialog->showHistory(*status);
        connect(m_context.application, &Application::historyChanged, m_dialog,
                &PreferencesDialog::showHistory);
        connect(m_dialog, &PreferencesDialog::preferencesChanged, this, &PreferencesFeature::apply);
        connect(m_dialog, &PreferencesDialog::workspaceDefaultsWanted, this, [this] {
            if (QAction *defaults = m_context.menus->action(QStringLiteral("workspace-defaults")))
                defaults->trigger();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace Pongwatch
