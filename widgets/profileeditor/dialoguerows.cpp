// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/dialoguerows.h"

#include "text/typedtext.h"
#include "widgets/profileeditor/controlpictures.h"
#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr const char *sendField = "send";
constexpr const char *expectField = "expect";
constexpr const char *withinField = "within_s";
constexpr const char *refusedField = "refused";
constexpr const char *whenField = "when";

} // namespace

DialogueRow::DialogueRow(const Part &part, QWidget *parent)
    : QObject(parent)
    , m_isStep(std::holds_alternative<DialogueStep>(part))
    , m_frame(new QFrame(parent))
    , m_title(new QLabel(m_frame))
    , m_form(new QComboBox(m_frame))
    , m_remove(new QToolButton(m_frame))
    , m_complaint(new QLabel(m_frame))
{
    m_frame->setFrameShape(QFrame::StyledPanel);
    auto *grid = new QGridLayout(m_frame);
    grid->setContentsMargins(8, 4, 4, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_form->setFocusPolicy(Qt::StrongFocus);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(symbolIcon(QStringLiteral("remove")));
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_form, 0, 2, Qt::AlignTrailing);
    grid->addWidget(m_remove, 0, 3);
    MessageForm form = MessageForm::Text;
    if (const auto *step = std::get_if<DialogueStep>(&part)) {
        form = step->send.form;
        addField(sendField, step->send.content, 1, 1, 3);
        addField(expectField, step->expect.expression, 2, 1, 3);
        addField(refusedField, step->refused.expression, 3, 1, 3);
        addField(withinField, TypedText::ofDuration(step->within), 4, 1, 1);
    } else {
        const DialogueAnswer &answer = std::get<DialogueAnswer>(part);
        form = answer.send.form;
        addField(whenField, answer.when.expression, 1, 1, 3);
        addField(sendField, answer.send.content, 2, 1, 3);
    }
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    grid->addWidget(m_complaint, 5, 0, 1, 4);
    retranslate();
    m_form->setCurrentIndex(static_cast<int>(form));
    connect(m_form, &QComboBox::activated, this, &DialogueRow::edited);
    connect(m_remove, &QToolButton::clicked, this, &DialogueRow::removalWanted);
}

QLineEdit *DialogueRow::addField(const char *name, const QString &text, int line, int column, int columns)
{
    auto *label = new QLabel(m_frame);
    auto *edit = new QLineEdit(withControlPictures(text), m_frame);
    edit->setCursorPosition(0);
    label->setBuddy(edit);
    auto *grid = static_cast<QGridLayout *>(m_frame->layout());
    grid->addWidget(label, line, column - 1);
    grid->addWidget(edit, line, column, 1, columns);
    connect(edit, &QLineEdit::textEdited, this, &DialogueRow::edited);
    m_fields.append({name, label, edit});
    return edit;
}

QLineEdit *DialogueRow::field(const char *name) const
{
    const auto found = std::find_if(m_fields.cbegin(), m_fields.cend(), [name](const Field &field) {
        return QLatin1String(field.name) == QLatin1String(name);
    });
    return found == m_fields.cend() ? nullptr : found->edit;
}

MessageForm DialogueRow::form() const
{
    return static_cast<MessageForm>(std::max(0, m_form->currentIndex()));
}

Result<DialogueRow::Part> DialogueRow::part() const
{
    const auto textOf = [this](const char *name) { return withoutControlPictures(field(name)->text()); };
    DialogueSettings alone;
    Part part;
    if (m_isStep) {
        DialogueStep step;
        step.send = {textOf(sendField), form()};
        step.expect = {textOf(expectField), form()};
        step.refused = {textOf(refusedField), form()};
        const Result<nanoseconds> within = TypedText::toDuration(field(withinField)->text());
        if (!within)
            return Error{{}, QString::fromLatin1(withinField), within.error().answer};
        step.within = within.value();
        alone.onOpen = {step};
        part = step;
    } else {
        const DialogueAnswer answer{{textOf(whenField), form()}, {textOf(sendField), form()}};
        alone.answer = {answer};
        part = answer;
    }
    if (const Outcome checked = checkDialogue(alone); !checked)
        return Error{{}, checked.error().subject.section(u'.', 1), checked.error().answer};
    return part;
}

void DialogueRow::setComplaint(const QString &text)
{
    m_complaint->setText(text);
    m_complaint->setVisible(!text.isEmpty());
    QPalette red = m_complaint->palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(m_frame->palette()));
    m_complaint->setPalette(red);
}

QString DialogueRow::complaint() const
{
    return m_complaint->text();
}

void DialogueRow::setNumber(int number)
{
    m_number = number;
    retranslate();
}

void DialogueRow::setQuiet(bool quiet)
{
    QPalette own = m_frame->palette();
    if (quiet)
        own.setColor(QPalette::Text, StatusLook::quietText(m_frame->palette()));
    for (const Field &field : std::as_const(m_fields))
        field.edit->setPalette(own);
}

void DialogueRow::retranslate()
{
    m_title->setText(m_isStep ? tr("Step %1").arg(m_number) : tr("Rule %1").arg(m_number));
    const auto labelOf = [this](const char *name) {
        const QLatin1String its(name);
        return its == QLatin1String(sendField)      ? tr("Send")
               : its == QLatin1String(expectField)  ? tr("Expect")
               : its == QLatin1String(refusedField) ? tr("Refused by")
               : its == QLatin1String(withinField)  ? tr("Within")
                                                    : tr("When");
    };
    const auto hintOf = [this](const char *name) {
        const QLatin1String its(name);
        return its == QLatin1String(sendField) && m_isStep ? tr("nothing: the peer speaks first")
               : its == QLatin1String(sendField)           ? tr("nothing: only takes note of what matches")
               : its == QLatin1String(expectField)  ? tr("regular expression; nothing: goes on at once")
               : its == QLatin1String(refusedField) ? tr("regular expression of a “no”")
               : its == QLatin1String(whenField)    ? tr("regular expression")
                                                    : QString();
    };
    for (const Field &field : std::as_const(m_fields)) {
        field.label->setText(labelOf(field.name));
        field.edit->setPlaceholderText(hintOf(field.name));
        field.edit->setAccessibleName(
            tr("%1: %2", "a step, what is in the field").arg(m_title->text(), labelOf(field.name)));
    }
    const int form = m_form->currentIndex();
    m_form->clear();
    // In the same order as MessageForm.
    m_form->addItems({tr("Text"), tr("Bytes in hexadecimal digits"), tr("Bytes in Base64")});
    m_form->setCurrentIndex(std::max(0, form));
    m_form->setAccessibleName(tr("%1: written as", "a step").arg(m_title->text()));
    const QString remove = m_isStep ? tr("Remove this step") : tr("Remove this rule");
    m_remove->setToolTip(remove);
    m_remove->setAccessibleName(remove);
}

DialogueRows::DialogueRows(Kind kind, QWidget *parent)
    : ValueEditor(parent)
    , m_kind(kind)
    , m_layout(new QVBoxLayout(this))
    , m_mixed(new QLabel(this))
    , m_add(new QPushButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_mixed);
    m_layout->addWidget(m_add, 0, Qt::AlignLeading);
    m_mixed->hide();
    m_add->setAutoDefault(false);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const DialogueRow::Part fresh =
            m_kind == Kind::Steps ? DialogueRow::Part(DialogueStep()) : DialogueRow::Part(DialogueAnswer());
        m_isMixed = false;
        m_mixed->hide();
        DialogueRow *row = addRow(fresh);
        row->field(m_kind == Kind::Steps ? sendField : whenField)->setFocus();
        Q_EMIT edited();
    });
    retranslate();
}

DialogueRow *DialogueRows::addRow(const DialogueRow::Part &part)
{
    auto *row = new DialogueRow(part, this);
    m_layout->insertWidget(m_layout->indexOf(m_add), row->frame());
    row->frame()->show();
    row->setQuiet(m_quiet);
    connect(row, &DialogueRow::edited, this, &ValueEditor::edited);
    connect(row, &DialogueRow::removalWanted, this, [this, row] { removeRow(row); });
    m_rows.append(row);
    renumber();
    return row;
}

void DialogueRows::removeRow(DialogueRow *row)
{
    m_rows.removeOne(row);
    row->frame()->hide();
    row->frame()->deleteLater();
    row->deleteLater();
    renumber();
    m_add->setFocus();
    Q_EMIT edited();
}

void DialogueRows::clear()
{
    for (DialogueRow *row : std::exchange(m_rows, {})) {
        delete row->frame();
        delete row;
    }
}

void DialogueRows::renumber()
{
    int number = 0;
    for (DialogueRow *row : std::as_const(m_rows))
        row->setNumber(++number);
}

void DialogueRows::showValue(const ProfileSettings *settings)
{
    clear();
    m_isMixed = settings == nullptr;
    m_mixed->setVisible(m_isMixed);
    if (!settings)
        return;
    if (m_kind == Kind::Steps)
        for (const DialogueStep &step : settings->dialogueOnOpen.value_or(ProfileSettings::Steps()))
            addRow(step);
    else
        for (const DialogueAnswer &answer : settings->dialogueAnswer.value_or(ProfileSettings::Answers()))
            addRow(answer);
}

QString DialogueRows::read(ProfileSettings &settings) const
{
    if (m_isMixed)
        return {};
    ProfileSettings::Steps steps;
    ProfileSettings::Answers answers;
    QString first;
    int number = 0;
    for (DialogueRow *row : m_rows) {
        ++number;
        const Result<DialogueRow::Part> part = row->part();
        row->setComplaint(part ? QString() : part.error().answer);
        if (!part && first.isEmpty())
            first = m_kind == Kind::Steps ? tr("step %1: %2").arg(number).arg(part.error().answer)
                                          : tr("rule %1: %2").arg(number).arg(part.error().answer);
        if (!part)
            continue;
        if (const auto *step = std::get_if<DialogueStep>(&part.value()))
            steps.append(*step);
        else
            answers.append(std::get<DialogueAnswer>(part.value()));
    }
    if (m_kind == Kind::Steps)
        settings.dialogueOnOpen = steps;
    else
        settings.dialogueAnswer = answers;
    return first;
}

void DialogueRows::setQuiet(bool quiet)
{
    m_quiet = quiet;
    for (DialogueRow *row : std::as_const(m_rows))
        row->setQuiet(quiet);
}

void DialogueRows::retranslate()
{
    m_mixed->setText(tr("different values"));
    m_add->setText(m_kind == Kind::Steps ? tr("Add a Step") : tr("Add a Rule"));
    for (DialogueRow *row : std::as_const(m_rows))
        row->retranslate();
}

AliveValue::AliveValue(QWidget *parent)
    : ValueEditor(parent)
    , m_everyLabel(new QLabel(this))
    , m_whenLabel(new QLabel(this))
    , m_every(new QLineEdit(this))
    , m_when(new QLineEdit(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_everyLabel, 0, 0);
    grid->addWidget(m_every, 0, 1);
    grid->addWidget(m_whenLabel, 1, 0);
    grid->addWidget(m_when, 1, 1);
    m_everyLabel->setBuddy(m_every);
    m_whenLabel->setBuddy(m_when);
    setFocusProxy(m_every);
    for (const QLineEdit *field : {m_every, m_when})
        connect(field, &QLineEdit::textEdited, this, &AliveValue::edited);
    retranslate();
}

void AliveValue::showValue(const ProfileSettings *settings)
{
    m_isMixed = settings == nullptr;
    const ProfileSettings::Alive alive =
        settings ? settings->dialogueAlive.value_or(ProfileSettings::Alive()) : ProfileSettings::Alive();
    m_every->setText(alive ? TypedText::ofDuration(alive->atLeastEvery) : QString());
    m_when->setText(alive ? withControlPictures(alive->when.expression) : QString());
    m_form = alive ? alive->when.form : MessageForm::Text;
    retranslate();
}

QString AliveValue::read(ProfileSettings &settings) const
{
    const QString every = m_every->text().trimmed();
    const QString when = withoutControlPictures(m_when->text());
    if (every.isEmpty()) {
        if (m_isMixed && when.isEmpty())
            return {};
        settings.dialogueAlive = ProfileSettings::Alive();
        return when.isEmpty() ? QString() : tr("how often at least is needed: 30 s");
    }
    const Result<nanoseconds> length = TypedText::toDuration(every);
    if (!length)
        return length.error().answer;
    DialogueSettings alone;
    alone.alive = DialogueAlive{{when, m_form}, length.value()};
    if (const Outcome checked = checkDialogue(alone); !checked)
        return checked.error().answer;
    settings.dialogueAlive = ProfileSettings::Alive(alone.alive);
    return {};
}

void AliveValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet)
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
    m_every->setPalette(own);
    m_when->setPalette(own);
}

void AliveValue::retranslate()
{
    m_everyLabel->setText(tr("At least every"));
    m_whenLabel->setText(tr("a message like"));
    m_every->setPlaceholderText(m_isMixed ? tr("different values") : tr("not waited for"));
    m_when->setPlaceholderText(m_isMixed ? tr("different values") : tr("regular expression; nothing: any"));
    m_every->setAccessibleName(tr("At least every"));
    m_when->setAccessibleName(tr("Expression that its messages match"));
}

} // namespace Pongwatch
