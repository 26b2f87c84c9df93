// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/namedialog.h"

#include "widgets/statuslook.h"
#include "workspace/workspaceedits.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Pongwatch
{

NameDialog::NameDialog(const QString &title, const QString &label, const QString &name,
                       const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_field(new QLineEdit(name, this))
    , m_complaint(new QLabel(this))
{
    setWindowTitle(title);
    auto *text = new QLabel(label, this);
    text->setBuddy(m_field);
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_field->selectAll();
    m_complaint->setTextFormat(Qt::PlainText);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_field);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(m_field, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString NameDialog::name() const
{
    return m_field->text().trimmed();
}

void NameDialog::check()
{
    const QString complaint = WorkspaceEdits::complaintAboutName(m_field->text(), m_taken);
    // A field that is still empty is not a mistake.
    m_complaint->setText(m_field->text().isEmpty() ? QString() : complaint);
    m_accept->setEnabled(complaint.isEmpty());
}

} // namespace Pongwatch
