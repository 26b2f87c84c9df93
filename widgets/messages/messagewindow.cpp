// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messages/messagewindow.h"

#include "text/wording.h"
#include "widgets/quietlabel.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Pongwatch
{

namespace
{

/// The engine hands on at most 4 KiB of a message; a line shows this much of it.
constexpr qsizetype mostShown = 2000;

} // namespace

MessageWindow::MessageWindow(PeerId peer, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_peer(peer)
    , m_name(Wording::harmless(name, 80))
    , m_heading(new QLabel(this))
    , m_lines(new QPlainTextEdit(this))
    , m_field(new QPlainTextEdit(this))
    , m_hint(new QuietLabel(QuietLabel::Body, this))
    , m_send(new QPushButton(this))
{
    m_heading->setTextFormat(Qt::PlainText);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_lines->setReadOnly(true);
    m_lines->setUndoRedoEnabled(false);
    m_lines->setMaximumBlockCount(mostLines);
    m_lines->setFont(fixed);
    m_field->setFont(fixed);
    m_field->setTabChangesFocus(true);
    m_field->setMaximumHeight(m_field->fontMetrics().height() * 5);
    m_field->installEventFilter(this);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_lines, 1);
    layout->addWidget(m_field);
    layout->addLayout(foot);
    resize(640, 480);
    setTabOrder(m_field, m_send);
    setTabOrder(m_send, m_lines);
    m_field->setFocus();

    connect(m_send, &QPushButton::clicked, this, &MessageWindow::send);
    connect(m_field, &QPlainTextEdit::textChanged, this,
            [this] { m_send->setEnabled(m_open && !m_field->toPlainText().isEmpty()); });
    retranslate();
    setOpen(false);
}

void MessageWindow::retranslate()
{
    setWindowTitle(tr("Messages: %1", "a peer's name").arg(m_name));
    m_heading->setText(m_open ? tr("%1, connected", "a peer's name").arg(m_name)
                              : tr("%1, not connected: nothing can be sent", "a peer's name").arg(m_name));
    m_lines->setAccessibleName(tr("Messages sent and received"));
    m_lines->setPlaceholderText(tr("Messages sent and received are shown here."));
    m_field->setAccessibleName(tr("Text to send"));
    m_field->setPlaceholderText(tr("A text message"));
    m_send->setText(tr("&Send"));
    m_hint->setText(
        tr("%1 sends").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
}

void MessageWindow::setOpen(bool open)
{
    m_open = open;
    m_send->setEnabled(open && !m_field->toPlainText().isEmpty());
    retranslate();
}

void MessageWindow::send()
{
    const QString text = m_field->toPlainText();
    if (m_open && !text.isEmpty()) {
        m_field->clear();
        Q_EMIT sendRequested(m_peer, text);
    }
}

void MessageWindow::showSent(const QString &text, WallTime at)
{
    m_lastSent = at;
    appendLine(tr("%1  sent  %2", "time, text")
                   .arg(Wording::format().moment(at, at), Wording::harmless(text, mostShown)));
}

void MessageWindow::showMessage(const MessageReceived &message, WallTime at)
{
    const QString what = message.binary ? tr("binary, %1").arg(QLocale().formattedDataSize(message.size))
                                        : Wording::harmless(QString::fromUtf8(message.payload), mostShown);
    if (m_lastSent) {
        appendLine(
            tr("%1  received after %2  %3", "time, duration, text")
                .arg(Wording::format().moment(at, at), Wording::format().duration(at - *m_lastSent), what));
    } else {
        appendLine(tr("%1  received  %2", "time, text").arg(Wording::format().moment(at, at), what));
    }
}

void MessageWindow::appendLine(const QString &line)
{
    m_lines->appendPlainText(line);
}

QString MessageWindow::transcript() const
{
    return m_lines->toPlainText();
}

bool MessageWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void MessageWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous()) {
        Q_EMIT closed(m_peer);
    }
}

void MessageWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace Pongwatch
