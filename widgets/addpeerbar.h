// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Pongwatch
{

/// The field to add a peer by its URL. What is wrong with the text is said beside it, in one sentence, before
/// anything is dialled.
class AddPeerBar : public QWidget
{
    Q_OBJECT

public:
    explicit AddPeerBar(QWidget *parent = nullptr);

    /// Puts the keyboard into the field, with all of its text selected.
    void startTyping();

    /// What is wrong with the text; empty when it is fine or there is none.
    [[nodiscard]] QString complaint() const;

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void addRequested(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();
    void submit();
    void complain(const QString &text);

    QLineEdit *m_field;
    QPushButton *m_button;
    QLabel *m_complaint;
};

} // namespace Pongwatch
