// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/valueeditor.h"

#include "widgets/statuslook.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace Pongwatch
{

/// There is one of the two fields; the button is only for files.
struct LineValue::Parts {
    QLineEdit *line = nullptr;
    QPlainTextEdit *lines = nullptr;
    QToolButton *choose = nullptr;
};

LineValue::LineValue(Form form, QWidget *parent)
    : ValueEditor(parent)
    , m_form(std::move(form))
    , m_parts(std::make_unique<Parts>())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto noteEdit = [this] {
        if (!m_isShowing)
            Q_EMIT edited();
    };
    if (m_form.isLong) {
        m_parts->lines = new QPlainTextEdit(this);
        m_parts->lines->setTabChangesFocus(true);
        m_parts->lines->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_parts->lines->setFixedHeight(fontMetrics().height() * 5 + 14);
        layout->addWidget(m_parts->lines);
        setFocusProxy(m_parts->lines);
        connect(m_parts->lines, &QPlainTextEdit::textChanged, this, noteEdit);
    } else {
        m_parts->line = new QLineEdit(this);
        layout->addWidget(m_parts->line);
        setFocusProxy(m_parts->line);
        connect(m_parts->line, &QLineEdit::textEdited, this, noteEdit);
    }
    if (m_form.isFile) {
        m_parts->choose = new QToolButton(this);
        layout->addWidget(m_parts->choose);
        connect(m_parts->choose, &QToolButton::clicked, this, &LineValue::chooseFile);
    }
    retranslate();
}

LineValue::~LineValue() = default;

QString LineValue::text() const
{
    return m_parts->lines ? m_parts->lines->toPlainText() : m_parts->line->text();
}

void LineValue::showValue(const ProfileSettings *settings)
{
    m_isMixed = settings == nullptr;
    m_isShowing = true;
    const QString text = settings ? m_form.write(*settings) : QString();
    // While the user types, the text stays as typed.
    if (m_parts->lines)
        m_parts->lines->setPlainText(text);
    else
        m_parts->line->setText(text);
    m_isShowing = false;
    retranslate();
}

QString LineValue::read(ProfileSettings &settings) const
{
    return m_form.read(text(), settings);
}

void LineValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet)
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
    if (m_parts->lines)
        m_parts->lines->setPalette(own);
    else
        m_parts->line->setPalette(own);
}

void LineValue::retranslate()
{
    const QString placeholder = m_isMixed            ? tr("different values")
                                : m_form.placeholder ? m_form.placeholder()
                                                     : QString();
    if (m_parts->lines)
        m_parts->lines->setPlaceholderText(placeholder);
    else
        m_parts->line->setPlaceholderText(placeholder);
    if (m_parts->choose) {
        m_parts->choose->setText(tr("Choose…"));
        m_parts->choose->setAccessibleName(tr("Choose a file"));
    }
}

void LineValue::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a File"), text(),
                                   tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_parts->line->setText(path);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace Pongwatch
