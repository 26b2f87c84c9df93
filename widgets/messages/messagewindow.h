// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Pongwatch
{

/// Sends text to one peer and shows what comes back, each with its time and how long after the last sending
/// it came. Keeps the newest lines only; everything is plain text.
class MessageWindow : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostLines = 1000;

    MessageWindow(PeerId peer, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] PeerId peer() const { return m_peer; }

    /// Whether anything can be sent.
    void setOpen(bool open);

    /// A message of this peer came.
    void showMessage(const MessageReceived &message, WallTime at);
    /// What was sent is on its way.
    void showSent(const QString &text, WallTime at);

    [[nodiscard]] QPlainTextEdit *field() const { return m_field; }
    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    [[nodiscard]] QString transcript() const;

Q_SIGNALS:
    void sendRequested(Pongwatch::PeerId peer, const QString &text);
    void closed(Pongwatch::PeerId peer);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void send();
    void appendLine(const QString &line);

    PeerId m_peer;
    QString m_name;
    bool m_open = false;
    std::optional<WallTime> m_lastSent;
    QLabel *m_heading;
    QPlainTextEdit *m_lines;
    QPlainTextEdit *m_field;
    QLabel *m_hint;
    QPushButton *m_send;
};

} // namespace Pongwatch
