// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/ruledialog.h"

#include "alerts/rulesentence.h"
#include "reports/reporttext.h"
#include "text/wording.h"
#include "widgets/alerts/formalignment.h"
#include "widgets/quietlabel.h"
#include "widgets/statuslook.h"
#include "workspace/workspaceedits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr double secondsOfDay = 86'400;
constexpr double hoursOfDay = 24;

template <typename Condition>
Condition conditionOr(const AlertRule &rule)
{
    const auto *its = std::get_if<Condition>(&rule.condition);
    return its ? *its : Condition();
}

void fillFigures(QComboBox *box, AlertFigure chosen)
{
    for (const AlertFigure figure : allAlertFigures) {
        box->addItem(figureName(figure), static_cast<int>(figure));
        if (figure == chosen)
            box->setCurrentIndex(box->count() - 1);
    }
}

AlertFigure figureIn(const QComboBox *box)
{
    return static_cast<AlertFigure>(box->currentData().toInt());
}

/// A limit that is a percentage for loss, and milliseconds for all else.
double shownLimit(AlertFigure figure, double limit)
{
    return figure == AlertFigure::Loss ? limit * 100 : limit / 1e6;
}

double limitIn(AlertFigure figure, double shown)
{
    return figure == AlertFigure::Loss ? shown / 100 : shown * 1e6;
}

/// The ways that there are, and those that the rule names although there are none of these names.
void fillWays(QListWidget *list, const QStringList &known, const QStringList &chosen)
{
    QStringList names = known;
    for (const QString &name : chosen)
        if (!names.contains(name))
            names.append(name);
    for (const QString &name : std::as_const(names)) {
        auto *item = new QListWidgetItem(Wording::harmless(name, 80), list);
        item->setData(Qt::UserRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    constexpr int rows = 4;
    list->setMaximumHeight(list->fontMetrics().height() * rows + 2 * rows);
}

QStringList waysIn(const QListWidget *list)
{
    QStringList names;
    for (int row = 0; row < list->count(); ++row)
        if (list->item(row)->checkState() == Qt::Checked)
            names.append(list->item(row)->data(Qt::UserRole).toString());
    return names;
}

} // namespace

RuleDialog::RuleDialog(const AlertRule &rule, const Place &place, const QStringList &taken, bool fixedName,
                       QWidget *parent)
    : QDialog(parent)
    , m_rule(rule)
    , m_taken(taken)
    , m_name(new QLineEdit(rule.name, this))
    , m_complaint(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_fields(new QStackedWidget(this))
    , m_recoverAfter(new QDoubleSpinBox(this))
    , m_escalateAfter(new QDoubleSpinBox(this))
    , m_tellsRecovery(new QCheckBox(tr("Tell when it is over"), this))
    , m_ways(new QListWidget(this))
    , m_escalationWays(new QListWidget(this))
    , m_sentence(new QuietLabel(QuietLabel::Body, this))
{
    fillWays(m_ways, place.ways, rule.ways);
    fillWays(m_escalationWays, place.ways, rule.escalationWays);
    setWindowTitle(rule.name.isEmpty() ? tr("New Alert Rule") : tr("Alert Rule"));
    m_name->setEnabled(!fixedName);
    const AlertCondition &condition = rule.condition;
    addState(conditionOr<StateLasts>(rule));
    addPings(conditionOr<PingsMissed>(rule));
    FigureAbove figure = conditionOr<FigureAbove>(rule);
    if (figure.above <= 0) {
        figure.above = 200e6;
        figure.recovered = 160e6;
    }
    addFigure(figure);
    addPast(conditionOr<FigureAbovePast>(rule));
    addEnds(conditionOr<EndsRepeat>(rule));
    addCertificate(conditionOr<CertificateExpires>(rule));
    addBurn(conditionOr<BudgetBurns>(rule));
    if (place.groups || std::holds_alternative<GroupDown>(condition))
        addGroup(conditionOr<GroupDown>(rule));
    if (place.observer || std::holds_alternative<ObserverLags>(condition))
        addObserver(conditionOr<ObserverLags>(rule));
    for (size_t i = 0; i < m_kinds.size(); ++i)
        if (m_kinds[i]().index() == condition.index())
            m_kind->setCurrentIndex(static_cast<int>(i));
    m_fields->setCurrentIndex(m_kind->currentIndex());
    layOut();
    check();
}

void RuleDialog::layOut()
{
    for (QDoubleSpinBox *field : {m_recoverAfter, m_escalateAfter}) {
        field->setDecimals(0);
        field->setGroupSeparatorShown(true);
    }
    m_recoverAfter->setRange(0, secondsOfDay);
    m_recoverAfter->setSuffix(tr(" s", "unit: seconds"));
    m_recoverAfter->setValue(toSeconds(m_rule.recoverAfter));
    m_escalateAfter->setRange(0, secondsOfDay / 60);
    m_escalateAfter->setSuffix(tr(" min", "unit: minutes"));
    m_escalateAfter->setSpecialValueText(tr("never"));
    m_escalateAfter->setValue(toSeconds(m_rule.escalateAfter) / 60);
    m_tellsRecovery->setChecked(m_rule.tellsRecovery);
    m_complaint->setTextFormat(Qt::PlainText);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * fontMetrics().height());
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *top = new QFormLayout;
    top->addRow(tr("&Name:"), m_name);
    top->addRow(QString(), m_complaint);
    top->addRow(tr("&Tell when:"), m_kind);
    auto *bottom = new QFormLayout;
    bottom->addRow(tr("O&ver when well for:"), m_recoverAfter);
    bottom->addRow(tr("&Escalate when not acknowledged for:"), m_escalateAfter);
    bottom->addRow(QString(), m_tellsRecovery);
    m_ways->setAccessibleName(tr("Told by"));
    m_escalationWays->setAccessibleName(tr("Escalated by"));
    bottom->addRow(tr("Told by:"), m_ways);
    bottom->addRow(tr("Escalated by (none: the same):"), m_escalationWays);
    if (m_ways->count() == 0)
        for (QListWidget *list : {m_ways, m_escalationWays}) {
            bottom->labelForField(list)->hide();
            list->hide();
        }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_fields);
    layout->addLayout(bottom);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    layout->addWidget(buttons);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 44);

    alignForms(this);
    connect(m_kind, &QComboBox::currentIndexChanged, m_fields, &QStackedWidget::setCurrentIndex);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RuleDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &RuleDialog::check);
    for (QDoubleSpinBox *field : findChildren<QDoubleSpinBox *>())
        connect(field, &QDoubleSpinBox::valueChanged, this, &RuleDialog::check);
    for (QSpinBox *field : findChildren<QSpinBox *>())
        connect(field, &QSpinBox::valueChanged, this, &RuleDialog::check);
    for (QCheckBox *field : findChildren<QCheckBox *>())
        connect(field, &QCheckBox::toggled, this, &RuleDialog::check);
    for (QComboBox *field : m_fields->findChildren<QComboBox *>())
        connect(field, &QComboBox::currentIndexChanged, this, &RuleDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QFormLayout *RuleDialog::addKind(const QString &name)
{
    auto *page = new QWidget(m_fields);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_fields->addWidget(page);
    m_kind->addItem(name);
    return form;
}

QDoubleSpinBox *RuleDialog::number(QFormLayout *form, const QString &label, double value, double maximum,
                                   const QString &unit, int decimals)
{
    auto *field = new QDoubleSpinBox(this);
    field->setDecimals(decimals);
    field->setRange(0, maximum);
    field->setGroupSeparatorShown(true);
    field->setSuffix(unit);
    field->setValue(value);
    form->addRow(label, field);
    return field;
}

QSpinBox *RuleDialog::count(QFormLayout *form, const QString &label, int value, int minimum, int maximum)
{
    auto *field = new QSpinBox(this);
    field->setRange(minimum, maximum);
    field->setGroupSeparatorShown(true);
    field->setValue(value);
    form->addRow(label, field);
    return field;
}

void RuleDialog::addState(const StateLasts &condition)
{
    QFormLayout *form = addKind(tr("A state lasts"));
    QList<QCheckBox *> boxes;
    auto *states = new QVBoxLayout;
    for (const AlertState state : allAlertStates) {
        auto *box = new QCheckBox(stateName(state), this);
        box->setChecked(condition.states.testFlag(state));
        states->addWidget(box);
        boxes.append(box);
    }
    form->addRow(tr("States:"), states);
    QDoubleSpinBox *lasts =
        number(form, tr("For:"), toSeconds(condition.lasts), secondsOfDay, tr(" s", "unit: seconds"));
    QSpinBox *dials = count(form, tr("After failed dials:"), condition.failedDials, 0, 20);
    dials->setToolTip(tr("Down counts only after so many dials have failed since it began"));
    m_kinds.emplace_back([boxes, lasts, dials] {
        StateLasts read;
        read.states = {};
        for (qsizetype i = 0; i < boxes.size(); ++i)
            read.states.setFlag(allAlertStates.at(static_cast<size_t>(i)), boxes[i]->isChecked());
        read.lasts = fromSeconds(lasts->value());
        read.failedDials = dials->value();
        return AlertCondition(read);
    });
}

void RuleDialog::addPings(const PingsMissed &condition)
{
    QFormLayout *form = addKind(tr("Of the last pings, some were missed"));
    QSpinBox *missed = count(form, tr("Missed:"), condition.missed, 1, PingsMissed::most);
    QSpinBox *of = count(form, tr("Of the last:"), condition.of, 1, PingsMissed::most);
    auto *slow = new QCheckBox(tr("Slow answers count, too"), this);
    slow->setChecked(condition.countsSlow);
    form->addRow(QString(), slow);
    m_kinds.emplace_back([missed, of, slow] {
        const int most = std::max(missed->value(), of->value());
        return AlertCondition(PingsMissed{missed->value(), most, slow->isChecked()});
    });
}

void RuleDialog::addFigure(const FigureAbove &condition)
{
    QFormLayout *form = addKind(tr("A figure is above a limit"));
    auto *figure = new QComboBox(this);
    fillFigures(figure, condition.figure);
    form->addRow(tr("Figure:"), figure);
    QDoubleSpinBox *above =
        number(form, tr("Above:"), shownLimit(condition.figure, condition.above), 3'600'000, {}, 1);
    QDoubleSpinBox *recovered = number(form, tr("Well again at:"),
                                       shownLimit(condition.figure, condition.recovered), 3'600'000, {}, 1);
    QDoubleSpinBox *window =
        number(form, tr("Over:"), toSeconds(condition.window), secondsOfDay, tr(" s", "unit: seconds"));
    window->setMinimum(10);
    QSpinBox *fewest = count(form, tr("At least pings:"), condition.fewest, 1, 10'000);
    const auto showUnit = [figure, above, recovered] {
        const QString unit = figureIn(figure) == AlertFigure::Loss ? tr(" %", "unit") : tr(" ms", "unit");
        above->setSuffix(unit);
        recovered->setSuffix(unit);
    };
    connect(figure, &QComboBox::currentIndexChanged, this, showUnit);
    showUnit();
    m_kinds.emplace_back([figure, above, recovered, window, fewest] {
        FigureAbove read;
        read.figure = figureIn(figure);
        read.above = limitIn(read.figure, above->value());
        read.recovered = std::min(read.above, limitIn(read.figure, recovered->value()));
        read.window = fromSeconds(window->value());
        read.fewest = fewest->value();
        return AlertCondition(read);
    });
}

void RuleDialog::addPast(const FigureAbovePast &condition)
{
    QFormLayout *form = addKind(tr("A figure is above this peer's own past"));
    auto *figure = new QComboBox(this);
    fillFigures(figure, condition.figure);
    form->addRow(tr("Figure:"), figure);
    QDoubleSpinBox *times =
        number(form, tr("Times the usual at this time of the day:"), condition.times, 1000, {}, 1);
    times->setMinimum(1);
    QDoubleSpinBox *atLeast = number(form, tr("And by at least:"),
                                     shownLimit(condition.figure, condition.atLeast), 3'600'000, {}, 1);
    QDoubleSpinBox *window = number(form, tr("Over:"), toSeconds(condition.window) / 60, secondsOfDay / 60,
                                    tr(" min", "unit: minutes"));
    window->setMinimum(1);
    const auto showUnit = [figure, atLeast] {
        atLeast->setSuffix(figureIn(figure) == AlertFigure::Loss ? tr(" %", "unit") : tr(" ms", "unit"));
    };
    connect(figure, &QComboBox::currentIndexChanged, this, showUnit);
    showUnit();
    m_kinds.emplace_back([figure, times, atLeast, window, condition] {
        FigureAbovePast read = condition;
        read.figure = figureIn(figure);
        read.times = times->value();
        read.atLeast = limitIn(read.figure, atLeast->value());
        read.window = fromSeconds(window->value() * 60);
        return AlertCondition(read);
    });
}

void RuleDialog::addEnds(const EndsRepeat &condition)
{
    QFormLayout *form = addKind(tr("Connections end again and again"));
    QSpinBox *ends = count(form, tr("Ends:"), condition.count, 1, EndsRepeat::most);
    QDoubleSpinBox *within = number(form, tr("Within:"), toSeconds(condition.within) / 60, secondsOfDay / 60,
                                    tr(" min", "unit: minutes"), 1);
    within->setMinimum(0.1);
    auto *causes = new QListWidget(this);
    for (int number = 0; number <= static_cast<int>(Cause::Stale); ++number) {
        const auto cause = static_cast<Cause>(number);
        if (cause == Cause::LocalClose)
            continue;
        auto *item = new QListWidgetItem(ReportText::cause(cause), causes);
        item->setData(Qt::UserRole, number);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(condition.causes.contains(cause) ? Qt::Checked : Qt::Unchecked);
    }
    causes->setMaximumHeight(fontMetrics().height() * 7);
    causes->setAccessibleName(tr("Causes"));
    connect(causes, &QListWidget::itemChanged, this, &RuleDialog::check);
    form->addRow(tr("Causes (none checked: any):"), causes);
    m_kinds.emplace_back([ends, within, causes] {
        EndsRepeat read;
        read.count = ends->value();
        read.within = fromSeconds(within->value() * 60);
        for (int row = 0; row < causes->count(); ++row)
            if (causes->item(row)->checkState() == Qt::Checked)
                read.causes.append(static_cast<Cause>(causes->item(row)->data(Qt::UserRole).toInt()));
        return AlertCondition(read);
    });
}

void RuleDialog::addCertificate(const CertificateExpires &condition)
{
    QFormLayout *form = addKind(tr("The certificate expires soon"));
    QDoubleSpinBox *days =
        number(form, tr("Within:"), toSeconds(condition.within) / secondsOfDay, 3650, tr(" days", "unit"));
    days->setMinimum(1);
    m_kinds.emplace_back(
        [days] { return AlertCondition(CertificateExpires{fromSeconds(days->value() * secondsOfDay)}); });
}

void RuleDialog::addBurn(const BudgetBurns &condition)
{
    QFormLayout *form = addKind(tr("An error budget is used up too fast"));
    auto *objective = new QLineEdit(condition.objective, this);
    objective->setPlaceholderText(tr("the first one"));
    form->addRow(tr("Objective:"), objective);
    QDoubleSpinBox *rate = number(form, tr("Times as fast as it lasts:"), condition.rate, 10'000, {}, 1);
    rate->setMinimum(0.1);
    constexpr double secondsOfHour = secondsOfDay / hoursOfDay;
    QDoubleSpinBox *window = number(form, tr("Over:"), toSeconds(condition.window) / secondsOfHour, 720,
                                    tr(" h", "unit: hours"), 1);
    window->setMinimum(0.1);
    QDoubleSpinBox *shortWindow = number(form, tr("And lately, over:"), toSeconds(condition.shortWindow) / 60,
                                         10'080, tr(" min", "unit: minutes"));
    shortWindow->setMinimum(1);
    m_kinds.emplace_back([objective, rate, window, shortWindow] {
        BudgetBurns read;
        read.objective = objective->text().trimmed();
        read.rate = rate->value();
        read.window = fromSeconds(window->value() * secondsOfHour);
        read.shortWindow = std::min(read.window, fromSeconds(shortWindow->value() * 60));
        return AlertCondition(read);
    });
}

void RuleDialog::addGroup(const GroupDown &condition)
{
    QFormLayout *form = addKind(tr("A share of a group is down"));
    QDoubleSpinBox *share = number(form, tr("Share:"), condition.share * 100, 100, tr(" %", "unit"));
    share->setMinimum(1);
    QDoubleSpinBox *lasts =
        number(form, tr("For:"), toSeconds(condition.lasts), secondsOfDay, tr(" s", "unit: seconds"));
    m_kinds.emplace_back([share, lasts] {
        return AlertCondition(GroupDown{share->value() / 100, fromSeconds(lasts->value())});
    });
}

void RuleDialog::addObserver(const ObserverLags &condition)
{
    QFormLayout *form = addKind(tr("This machine is late"));
    QDoubleSpinBox *above =
        number(form, tr("By more than:"), toMilliseconds(condition.above), 3'600'000, tr(" ms", "unit"));
    above->setMinimum(1);
    QDoubleSpinBox *window =
        number(form, tr("At least once in:"), toSeconds(condition.window), 3600, tr(" s", "unit: seconds"));
    window->setMinimum(1);
    m_kinds.emplace_back([above, window] {
        return AlertCondition(ObserverLags{fromSeconds(above->value() / 1000), fromSeconds(window->value())});
    });
}

AlertRule RuleDialog::rule() const
{
    AlertRule rule = m_rule;
    rule.name = m_name->text().trimmed();
    rule.condition = m_kinds.at(static_cast<size_t>(m_kind->currentIndex()))();
    rule.recoverAfter = fromSeconds(m_recoverAfter->value());
    rule.escalateAfter = fromSeconds(m_escalateAfter->value() * 60);
    rule.tellsRecovery = m_tellsRecovery->isChecked();
    rule.ways = waysIn(m_ways);
    rule.escalationWays = waysIn(m_escalationWays);
    return rule;
}

void RuleDialog::check()
{
    if (!m_accept)
        return;
    const AlertRule now = rule();
    QString complaint =
        m_name->isEnabled() ? WorkspaceEdits::complaintAboutName(m_name->text(), m_taken) : QString();
    if (const auto *states = std::get_if<StateLasts>(&now.condition); states && !states->states)
        complaint = tr("At least one state must be checked.");
    if (const auto *figure = std::get_if<FigureAbove>(&now.condition); figure && figure->above <= 0)
        complaint = tr("The limit must be more than 0.");
    // A field that nobody has typed into yet is no mistake.
    m_complaint->setText(m_name->text().isEmpty() ? QString() : complaint);
    m_complaint->setVisible(!m_complaint->text().isEmpty());
    m_accept->setEnabled(complaint.isEmpty() && !now.name.isEmpty());
    m_sentence->setText(tr("Tells: %1", "when a rule tells").arg(ruleSentence(now.condition, Formatter())));
}

} // namespace Pongwatch
