// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/preferencesdialog.h"

#include "widgets/preferences/historypage.h"
#include "widgets/preferences/newpeerspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>

namespace Pongwatch
{

namespace
{

/// Sets the text of an item in the box, and creates the item if necessary.
void nameItem(QComboBox *box, int place, const QString &text)
{
    if (place < box->count())
        box->setItemText(place, text);
    else
        box->addItem(text);
}

} // namespace

PreferencesDialog::PreferencesDialog(const QList<std::pair<QString, QString>> &languages,
                                     const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_languages(languages)
    , m_preferences(preferences)
    , m_pages(new QTabWidget(this))
    , m_looks(new QGroupBox(this))
    , m_languageLabel(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_appearanceLabel(new QLabel(this))
    , m_appearance(new QComboBox(this))
    , m_unitLabel(new QLabel(this))
    , m_unit(new QComboBox(this))
    , m_clockLabel(new QLabel(this))
    , m_clock(new QComboBox(this))
    , m_newPeers(new NewPeersPage(this))
    , m_alertGroup(new QGroupBox(this))
    , m_alerts(new QCheckBox(this))
    , m_afterLabel(new QLabel(this))
    , m_after(new QDoubleSpinBox(this))
    , m_slow(new QCheckBox(this))
    , m_recoveries(new QCheckBox(this))
    , m_trayGroup(new QGroupBox(this))
    , m_closeToTray(new QCheckBox(this))
    , m_noTray(new QLabel(this))
    , m_noNotifications(new QLabel(this))
    , m_history(new HistoryPage(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("preferences"));
    m_after->setRange(0, 3600);
    m_after->setDecimals(0);
    layOut();
    retranslate();
    setPreferences(preferences);
    connectFields();
}

void PreferencesDialog::layOut()
{
    m_languageLabel->setBuddy(m_language);
    m_appearanceLabel->setBuddy(m_appearance);
    m_unitLabel->setBuddy(m_unit);
    m_clockLabel->setBuddy(m_clock);
    m_afterLabel->setBuddy(m_after);

    auto *looks = new QFormLayout(m_looks);
    looks->addRow(m_languageLabel, m_language);
    looks->addRow(m_appearanceLabel, m_appearance);
    looks->addRow(m_unitLabel, m_unit);
    looks->addRow(m_clockLabel, m_clock);

    auto *alerts = new QFormLayout(m_alertGroup);
    alerts->addRow(m_alerts);
    alerts->addRow(m_noNotifications);
    alerts->addRow(m_afterLabel, m_after);
    alerts->addRow(m_slow);
    alerts->addRow(m_recoveries);

    auto *tray = new QVBoxLayout(m_trayGroup);
    tray->addWidget(m_closeToTray);
    tray->addWidget(m_noTray);
    for (QLabel *remark : {m_noTray, m_noNotifications})
        remark->setWordWrap(true);

    for (QFormLayout *form : {looks, alerts})
        form->setVerticalSpacing(8);

    const auto page = [this](std::initializer_list<QWidget *> parts) {
        auto *content = new QWidget(m_pages);
        auto *column = new QVBoxLayout(content);
        column->setSpacing(12);
        for (QWidget *part : parts)
            column->addWidget(part);
        column->addStretch();
        return content;
    };
    m_pages->addTab(page({m_looks, m_trayGroup}), QString());
    m_pages->addTab(m_newPeers, QString());
    m_pages->addTab(page({m_alertGroup}), QString());
    m_pages->addTab(m_history, QString());
    m_pages->setTabVisible(m_pages->indexOf(m_history), false); // until there is a history

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_buttons);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
}

void PreferencesDialog::connectFields()
{
    for (QComboBox *box : {m_language, m_appearance, m_unit, m_clock})
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    for (QCheckBox *box : {m_alerts, m_slow, m_recoveries, m_closeToTray})
        connect(box, &QCheckBox::toggled, this, &PreferencesDialog::take);
    connect(m_after, &QDoubleSpinBox::valueChanged, this, &PreferencesDialog::take);
    connect(m_history, &HistoryPage::optionsChosen, this, [this](const HistoryOptions &options) {
        m_preferences.history = options;
        Q_EMIT preferencesChanged(m_preferences);
    });
    connect(m_newPeers, &NewPeersPage::changed, this, &PreferencesDialog::take);
    connect(m_newPeers, &NewPeersPage::workspaceDefaultsWanted, this,
            &PreferencesDialog::workspaceDefaultsWanted);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void PreferencesDialog::retranslate()
{
    // Renames items one by one, which must not select any of them.
    m_showing = true;
    setWindowTitle(tr("Preferences"));
    m_pages->tabBar()->setAccessibleName(tr("Pages"));
    m_pages->setTabText(0, tr("&General"));
    m_pages->setTabText(1, tr("&New Peers"));
    m_pages->setTabText(2, tr("Ale&rts"));
    m_pages->setTabText(3, tr("&History"));
    m_looks->setTitle(tr("Language and Appearance"));
    m_languageLabel->setText(tr("&Language:"));
    nameItem(m_language, 0, tr("System default"));
    for (qsizetype i = 0; i < m_languages.size(); ++i)
        nameItem(m_language, static_cast<int>(i) + 1, m_languages.at(i).second);
    m_appearanceLabel->setText(tr("&Appearance:"));
    nameItem(m_appearance, 0, tr("System default"));
    nameItem(m_appearance, 1, tr("Light"));
    nameItem(m_appearance, 2, tr("Dark"));
    m_unitLabel->setText(tr("La&tencies in:"));
    nameItem(m_unit, 0, tr("Milliseconds"));
    nameItem(m_unit, 1, tr("µs, ms or s, depending on size"));
    m_clockLabel->setText(tr("Time and &dates:"));
    nameItem(m_clock, static_cast<int>(ClockFormat::System), tr("System default"));
    nameItem(m_clock, static_cast<int>(ClockFormat::TwentyFourHours), tr("24 hours"));
    nameItem(m_clock, static_cast<int>(ClockFormat::Iso), tr("ISO 8601: 2026-11-25 18:59:47"));
    m_alertGroup->setTitle(tr("Alerts"));
    m_alerts->setText(tr("Notify when a peer gets into &trouble while the window is not active"));
    m_afterLabel->setText(tr("Only if it lasts &longer than:"));
    m_after->setSuffix(QChar(0x00A0) + tr("s", "seconds"));
    m_slow->setText(tr("Treat &slow answers as trouble"));
    m_recoveries->setText(tr("Also notify when a peer &recovers"));
    m_trayGroup->setTitle(tr("When the Window Is Closed"));
    m_closeToTray->setText(tr("&Keep running in the system tray"));
    m_noNotifications->setText(tr(
        "This desktop has no notification service. The window asks for attention in the taskbar instead."));
    offerWhatThereIs();
    m_showing = false;
}

void PreferencesDialog::setPreferences(const Preferences &preferences)
{
    m_showing = true;
    if (preferences.history != m_preferences.history || !m_historySet)
        m_history->setOptions(preferences.history);
    m_historySet = true;
    m_preferences = preferences;
    int language = 0;
    for (qsizetype i = 0; i < m_languages.size(); ++i)
        if (m_languages.at(i).first == preferences.language)
            language = static_cast<int>(i) + 1;
    m_language->setCurrentIndex(language);
    m_appearance->setCurrentIndex(preferences.appearance);
    m_unit->setCurrentIndex(static_cast<int>(preferences.latencyUnit));
    m_clock->setCurrentIndex(static_cast<int>(preferences.clock));
    m_newPeers->setSettings(preferences.newWorkspaces);
    m_alerts->setChecked(preferences.alerts.enabled);
    m_after->setValue(toSeconds(preferences.alerts.after));
    m_slow->setChecked(preferences.alerts.slow);
    m_recoveries->setChecked(preferences.alerts.recoveries);
    m_closeToTray->setChecked(preferences.closeToTray);
    for (QWidget *field : {static_cast<QWidget *>(m_afterLabel), static_cast<QWidget *>(m_after),
                           static_cast<QWidget *>(m_slow), static_cast<QWidget *>(m_recoveries)})
        field->setEnabled(preferences.alerts.enabled);
    offerWhatThereIs();
    m_showing = false;
}

void PreferencesDialog::showDesktop(bool hasTray, bool canNotify)
{
    m_hasTray = hasTray;
    m_canNotify = canNotify;
    offerWhatThereIs();
}

void PreferencesDialog::offerWhatThereIs()
{
    // What was chosen on another desktop can still be undone.
    const bool isChosen = m_preferences.closeToTray;
    m_closeToTray->setEnabled(m_hasTray || isChosen);
    m_noTray->setText(isChosen
                          ? tr("This desktop has no system tray: closing the window minimizes it instead.")
                          : tr("This desktop has no system tray."));
    m_noTray->setVisible(!m_hasTray);
    m_noNotifications->setVisible(!m_canNotify);
}

void PreferencesDialog::showHistory(const HistoryStatus &status)
{
    m_pages->setTabVisible(m_pages->indexOf(m_history), true);
    m_history->showStatus(status);
}

void PreferencesDialog::take()
{
    if (m_showing)
        return;
    Preferences taken = m_preferences;
    const int language = m_language->currentIndex() - 1;
    taken.language = language < 0 ? QString() : m_languages.at(language).first;
    taken.appearance = m_appearance->currentIndex();
    taken.latencyUnit = static_cast<LatencyUnit>(m_unit->currentIndex());
    taken.clock = static_cast<ClockFormat>(m_clock->currentIndex());
    taken.newWorkspaces = m_newPeers->settings();
    taken.alerts.enabled = m_alerts->isChecked();
    taken.alerts.after = fromSeconds(m_after->value());
    taken.alerts.slow = m_slow->isChecked();
    taken.alerts.recoveries = m_recoveries->isChecked();
    taken.closeToTray = m_closeToTray->isChecked();
    setPreferences(taken);
    Q_EMIT preferencesChanged(taken);
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
