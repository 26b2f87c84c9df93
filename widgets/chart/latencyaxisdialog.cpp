// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/latencyaxisdialog.h"

#include "widgets/chart/chartstate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

constexpr double largestLatency = 600'000; // ms
constexpr qsizetype mostThresholds = 8;

QDoubleSpinBox *makeLatencyField(double ms, QWidget *parent)
{
    auto *field = new QDoubleSpinBox(parent);
    field->setDecimals(3);
    field->setRange(0, largestLatency);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setSuffix(LatencyAxisDialog::tr(" ms"));
    field->setValue(ms);
    return field;
}

} // namespace

LatencyAxisDialog::LatencyAxisDialog(const ChartState &state, QWidget *parent)
    : QDialog(parent)
    , m_fixed(new QCheckBox(tr("&Fixed range"), this))
    , m_lower(makeLatencyField(state.fixedScale() ? state.fixedScale()->first : 0, this))
    , m_upper(makeLatencyField(state.fixedScale() ? state.fixedScale()->second : 100, this))
    , m_thresholds(new QLineEdit(thresholdText(state.thresholds()), this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Latency Axis"));
    m_fixed->setChecked(state.fixedScale().has_value());
    m_thresholds->setPlaceholderText(tr("100 ms, 1 s"));
    m_problem->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout(this);
    form->addRow(m_fixed);
    form->addRow(tr("&From:"), m_lower);
    form->addRow(tr("&To:"), m_upper);
    form->addRow(tr("&Lines at:"), m_thresholds);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    connect(m_fixed, &QCheckBox::toggled, this, &LatencyAxisDialog::check);
    connect(m_lower, &QDoubleSpinBox::valueChanged, this, &LatencyAxisDialog::check);
    connect(m_upper, &QDoubleSpinBox::valueChanged, this, &LatencyAxisDialog::check);
    connect(m_thresholds, &QLineEdit::textChanged, this, &LatencyAxisDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

std::optional<std::pair<double, double>> LatencyAxisDialog::fixedScale() const
{
    return m_fixed->isChecked() ? std::optional(std::pair(m_lower->value(), m_upper->value())) : std::nullopt;
}

QList<double> LatencyAxisDialog::thresholds() const
{
    return readThresholds(m_thresholds->text()).value_or(QList<double>());
}

std::optional<QList<double>> LatencyAxisDialog::readThresholds(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;]"));
    static const QRegularExpression form(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s)?$"));
    QList<double> found;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        const QRegularExpressionMatch match = form.match(part.trimmed());
        const double number = match.captured(1).toDouble();
        const double ms = match.captured(2) == QStringLiteral("s") ? number * 1000 : number;
        if (!match.hasMatch() || ms <= 0 || ms > largestLatency || found.size() >= mostThresholds)
            return std::nullopt;
        found.append(ms);
    }
    return found;
}

QString LatencyAxisDialog::thresholdText(const QList<double> &thresholds)
{
    QStringList parts;
    for (const double ms : thresholds)
        parts.append(QString::number(ms, 'g', 10) + QStringLiteral(" ms"));
    return parts.join(QStringLiteral(", "));
}

void LatencyAxisDialog::check()
{
    m_lower->setEnabled(m_fixed->isChecked());
    m_upper->setEnabled(m_fixed->isChecked());
    QString problem;
    if (m_fixed->isChecked() && m_upper->value() <= m_lower->value()) {
        problem = tr("The upper end must be above the lower one.");
    } else if (!readThresholds(m_thresholds->text())) {
        problem = tr("Lines are latencies such as “100 ms, 1.5 s”, at most %1 of them.")
                      .arg(QLocale().toString(mostThresholds));
    }
    m_problem->setText(problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace Pongwatch
