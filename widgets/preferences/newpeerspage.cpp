// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/newpeerspage.h"

#include "widgets/quietlabel.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QPushButton>
#include <QScopedValueRollback>

namespace Pongwatch
{

namespace
{

/// Seconds, with 0 for "off".
double toField(const ProfileSettings::Limit &limit)
{
    return limit ? toSeconds(*limit) : 0;
}

ProfileSettings::Limit fromField(double seconds)
{
    return seconds > 0 ? ProfileSettings::Limit(fromSeconds(seconds)) : std::nullopt;
}

void setUp(QDoubleSpinBox *field, double most, int decimals)
{
    field->setRange(0, most);
    field->setDecimals(decimals);
    field->setSingleStep(decimals > 0 ? 0.1 : 1);
    field->setKeyboardTracking(false);
}

} // namespace

NewPeersPage::NewPeersPage(QWidget *parent)
    : QWidget(parent)
    , m_explanation(new QuietLabel(QuietLabel::Body, this))
    , m_form(new QFormLayout)
    , m_interval(new QDoubleSpinBox(this))
    , m_timeout(new QDoubleSpinBox(this))
    , m_slow(new QDoubleSpinBox(this))
    , m_reconnect(new QCheckBox(this))
    , m_others(new QuietLabel(QuietLabel::Body, this))
    , m_workspace(new QPushButton(this))
{
    setUp(m_interval, 86'400, 1);
    setUp(m_timeout, 86'400, 1);
    setUp(m_slow, 3600, 2);
    m_form->addRow(QStringLiteral(" "), m_interval); // named by retranslate()
    m_form->addRow(QStringLiteral(" "), m_timeout);
    m_form->addRow(QStringLiteral(" "), m_slow);
    m_form->addRow(m_reconnect);
    m_form->setVerticalSpacing(8);
    for (QuietLabel *text : {m_explanation, m_others})
        text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addLayout(m_form);
    layout->addSpacing(10);
    layout->addWidget(m_others);
    layout->addWidget(m_workspace, 0, Qt::AlignLeft);
    layout->addStretch();
    retranslate();
    setSettings({});

    const auto tell = [this] {
        if (!m_showing)
            Q_EMIT changed();
    };
    for (QDoubleSpinBox *field : {m_interval, m_timeout, m_slow})
        connect(field, &QDoubleSpinBox::valueChanged, this, tell);
    connect(m_reconnect, &QCheckBox::toggled, this, tell);
    connect(m_workspace, &QPushButton::clicked, this, &NewPeersPage::workspaceDefaultsWanted);
}

void NewPeersPage::retranslate()
{
    const auto nameRow = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
    };
    m_explanation->setText(
        tr("New workspaces start with these settings. Each workspace, group and peer can have its own."));
    nameRow(m_interval, tr("&Ping every:"));
    nameRow(m_timeout, tr("&Time out after:"));
    nameRow(m_slow, tr("&Slow after:"));
    m_reconnect->setText(tr("&Reconnect automatically when a connection has ended"));
    m_interval->setSpecialValueText(tr("no pings"));
    m_timeout->setSpecialValueText(tr("never"));
    m_slow->setSpecialValueText(m_slowWithoutLimit.isAuto ? tr("automatic", "from where on an answer is slow")
                                                          : tr("never"));
    for (QDoubleSpinBox *field : {m_interval, m_timeout, m_slow})
        field->setSuffix(QChar(0x00A0) + tr("s", "seconds"));
    m_others->setText(tr("Peers of the open workspace follow that workspace's defaults."));
    m_workspace->setText(tr("&Defaults of This Workspace…"));
}

void NewPeersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        const QScopedValueRollback<bool> showing(m_showing, true);
        retranslate();
    }
}

ProfileSettings NewPeersPage::settings() const
{
    const ProfileSettings program = ProfileSettings::ofProgram();
    ProfileSettings own;
    own.pingInterval = fromField(m_interval->value());
    own.pingTimeout = fromField(m_timeout->value());
    const std::optional<nanoseconds> slow = fromField(m_slow->value());
    own.slowAfter = slow ? SlowLimit(slow) : m_slowWithoutLimit;
    own.reconnectEnabled = m_reconnect->isChecked();
    const auto drop = [&program, &own](auto member) {
        if (own.*member == program.*member)
            (own.*member).reset();
    };
    drop(&ProfileSettings::pingInterval);
    drop(&ProfileSettings::pingTimeout);
    drop(&ProfileSettings::slowAfter);
    drop(&ProfileSettings::reconnectEnabled);
    return own;
}

void NewPeersPage::setSettings(const ProfileSettings &settings)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    const ProfileSettings all = ProfileSettings::ofProgram().overlaidBy(settings);
    m_interval->setValue(toField(all.pingInterval.value_or(std::nullopt)));
    m_timeout->setValue(toField(all.pingTimeout.value_or(std::nullopt)));
    const SlowLimit slow = all.slowAfter.value_or(SlowLimit::byItself());
    m_slowWithoutLimit = slow.after ? SlowLimit::byItself() : slow;
    m_slow->setValue(toField(slow.after));
    retranslate(); // the word for no limit may be another one
    m_reconnect->setChecked(all.reconnectEnabled.value_or(true));
}

} // namespace Pongwatch
