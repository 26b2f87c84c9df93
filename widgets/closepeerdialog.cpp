// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/closepeerdialog.h"

#include "text/wording.h"
#include "widgets/statuslook.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Pongwatch
{

namespace
{

constexpr int mostReasonBytes = 123; // RFC 6455 5.5: 125 for a control frame, minus two for the code
constexpr quint16 offered[] = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1012, 1013, 1014, 3000, 4000};

} // namespace

ClosePeerDialog::ClosePeerDialog(QWidget *parent)
    : QDialog(parent)
    , m_question(new QLabel(this))
    , m_codeLabel(new QLabel(this))
    , m_code(new QComboBox(this))
    , m_reasonLabel(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    for (const quint16 one : offered)
        m_code->addItem(Wording::closeCode(one), one);
    m_codeLabel->setBuddy(m_code);
    m_reasonLabel->setBuddy(m_reason);

    auto *form = new QFormLayout;
    form->addRow(m_codeLabel, m_code);
    form->addRow(m_reasonLabel, m_reason);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_question);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);
    setMinimumWidth(460);

    connect(m_code, &QComboBox::editTextChanged, this, &ClosePeerDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &ClosePeerDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    check();
}

void ClosePeerDialog::setPeers(const QStringList &names)
{
    m_names = names;
    retranslate();
}

void ClosePeerDialog::retranslate()
{
    setWindowTitle(tr("Close with a Code"));
    m_question->setText(
        m_names.size() == 1
            ? tr("“%1” receives this Close frame and stays closed until it is resumed or reconnected.",
                 "a peer's name")
                  .arg(Wording::harmless(m_names.first(), 80))
            : tr("%n peers receive this Close frame and stay closed until they are resumed or reconnected.",
                 nullptr, static_cast<int>(m_names.size())));
    m_codeLabel->setText(tr("&Code"));
    m_reasonLabel->setText(tr("&Reason"));
    m_code->setAccessibleName(tr("Close code"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("none"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Close &Connection", "a connection to a peer"));
    for (int i = 0; i < m_code->count(); ++i)
        m_code->setItemText(i, Wording::closeCode(static_cast<quint16>(m_code->itemData(i).toInt())));
}

bool ClosePeerDialog::maySend(int code)
{
    const bool standard = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return standard || (code >= 3000 && code <= 4999);
}

std::optional<quint16> ClosePeerDialog::code() const
{
    // The user may type only the number, or leave its name after it.
    const QString number = m_code->currentText().trimmed().section(u' ', 0, 0);
    bool isNumber = false;
    const int value = number.toInt(&isNumber);
    return isNumber && maySend(value) ? std::optional(static_cast<quint16>(value)) : std::nullopt;
}

QString ClosePeerDialog::problem() const
{
    if (!code())
        return tr("Codes that may be sent are 1000 to 1003, 1007 to 1014, and 3000 to 4999.");
    const qsizetype bytes = m_reason->text().toUtf8().size();
    if (bytes > mostReasonBytes) {
        return tr("The reason is %1 bytes long; a Close frame has room for %2.")
            .arg(bytes)
            .arg(mostReasonBytes);
    }
    return {};
}

std::optional<CloseFrame> ClosePeerDialog::frame() const
{
    if (!problem().isEmpty())
        return std::nullopt;
    return CloseFrame{code(), m_reason->text()};
}

void ClosePeerDialog::check()
{
    const QString wrong = problem();
    m_problem->setText(wrong);
    QPalette look = palette();
    look.setColor(QPalette::WindowText, StatusLook::healthColor(Health::Failed, palette()));
    m_problem->setPalette(look);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty());
}

void ClosePeerDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
}

} // namespace Pongwatch
