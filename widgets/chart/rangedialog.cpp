// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/rangedialog.h"

#include "text/formatter.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace Pongwatch
{

namespace
{

QDateTimeEdit *makeMomentField(WallTime moment, QWidget *parent)
{
    auto *field = new QDateTimeEdit(parent);
    field->setCalendarPopup(true);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    field->setDateTime(
        QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(moment).time_since_epoch().count()));
    field->setAlignment(Qt::AlignLeft);
    return field;
}

WallTime momentIn(const QDateTimeEdit *field)
{
    return WallTime(milliseconds(field->dateTime().toMSecsSinceEpoch()));
}

} // namespace

RangeDialog::RangeDialog(const TimeRange &shown, QWidget *parent)
    : QDialog(parent)
    , m_from(makeMomentField(shown.from, this))
    , m_to(makeMomentField(shown.to, this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Show a Time Span"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Show"));
    m_problem->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&From:"), m_from);
    form->addRow(tr("&To:"), m_to);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

TimeRange RangeDialog::range() const
{
    return {momentIn(m_from), momentIn(m_to)};
}

void RangeDialog::check()
{
    const TimeRange range{momentIn(m_from), momentIn(m_to)};
    const bool isRange = range.length() >= seconds(1);
    m_problem->setText(isRange ? Formatter().age(range.length())
                               : tr("The end must be after the beginning."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isRange);
}

} // namespace Pongwatch
