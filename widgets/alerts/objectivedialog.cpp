// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/objectivedialog.h"

#include "text/formatter.h"
#include "widgets/quietlabel.h"
#include "workspace/workspaceedits.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double secondsOfOneDay = 86'400;

void fillShare(QDoubleSpinBox *field, double share)
{
    field->setRange(1, 99.999);
    field->setDecimals(3);
    field->setSuffix(ObjectiveDialog::tr(" %", "unit"));
    field->setValue(share * 100);
}

/// As it was typed, and not as a share has it.
double shareIn(const QDoubleSpinBox *field)
{
    return std::round(field->value() * 1000) / 100'000;
}

} // namespace

ObjectiveDialog::ObjectiveDialog(const Objective &objective, const QStringList &taken, bool fixedName,
                                 QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_name(new QLineEdit(objective.name, this))
    , m_hasOpen(new QCheckBox(tr("&Open for at least:"), this))
    , m_open(new QDoubleSpinBox(this))
    , m_hasPings(new QCheckBox(tr("&Pings in time, at least:"), this))
    , m_pings(new QDoubleSpinBox(this))
    , m_within(new QDoubleSpinBox(this))
    , m_days(new QSpinBox(this))
    , m_budget(new QuietLabel(QuietLabel::Body, this))
{
    const bool isNew = !objective.open && !objective.pings;
    setWindowTitle(isNew ? tr("New Objective") : tr("Objective"));
    m_name->setEnabled(!fixedName);
    m_hasOpen->setChecked(isNew || objective.open);
    m_hasPings->setChecked(isNew || objective.pings);
    fillShare(m_open, objective.open.value_or(0.999));
    fillShare(m_pings, objective.pings.value_or(0.95));
    m_within->setRange(0.1, 3'600'000);
    m_within->setDecimals(1);
    m_within->setSuffix(tr(" ms", "unit"));
    m_within->setValue(toMilliseconds(objective.within));
    m_days->setRange(1, 31);
    m_days->setSuffix(tr(" days", "unit"));
    m_days->setValue(static_cast<int>(toSeconds(objective.period) / secondsOfOneDay));
    m_budget->setTextFormat(Qt::PlainText);
    m_budget->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(m_hasOpen, m_open);
    form->addRow(m_hasPings, m_pings);
    form->addRow(tr("&In time is within:"), m_within);
    form->addRow(tr("O&ver:"), m_days);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_budget);
    layout->addWidget(buttons);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    connect(m_name, &QLineEdit::textChanged, this, &ObjectiveDialog::check);
    for (QCheckBox *box : {m_hasOpen, m_hasPings})
        connect(box, &QCheckBox::toggled, this, &ObjectiveDialog::check);
    for (QDoubleSpinBox *field : {m_open, m_pings, m_within})
        connect(field, &QDoubleSpinBox::valueChanged, this, &ObjectiveDialog::check);
    connect(m_days, &QSpinBox::valueChanged, this, &ObjectiveDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

Objective ObjectiveDialog::objective() const
{
    Objective objective;
    objective.name = m_name->text().trimmed();
    if (m_hasOpen->isChecked())
        objective.open = shareIn(m_open);
    if (m_hasPings->isChecked())
        objective.pings = shareIn(m_pings);
    objective.within = fromSeconds(m_within->value() / 1000);
    objective.period = fromSeconds(m_days->value() * secondsOfOneDay);
    return objective;
}

void ObjectiveDialog::check()
{
    m_open->setEnabled(m_hasOpen->isChecked());
    m_pings->setEnabled(m_hasPings->isChecked());
    m_within->setEnabled(m_hasPings->isChecked());
    const Objective now = objective();
    m_budget->setText(
        now.open ? tr("It may be down for %1 in that time.", "a span of time")
                       .arg(Formatter().duration(fromSeconds((1 - *now.open) * toSeconds(now.period))))
                 : QString());
    const bool hasName =
        !m_name->isEnabled() || WorkspaceEdits::complaintAboutName(m_name->text(), m_taken).isEmpty();
    m_accept->setEnabled(hasName && (now.open || now.pings));
}

} // namespace Pongwatch
