// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Pongwatch
{

/// The field to add a peer by its URL. What is wrong with the text, or what it is taken for, is said beside
/// it before anything is dialled.
class AddPeerBar : public QWidget
{
    Q_OBJECT

public:
    explicit AddPeerBar(QWidget *parent = nullptr);

    /// Puts the keyboard into the field, with all of its text selected.
    void startTyping();

    /// What is wrong with the text; empty when it is fine or there is none.
    [[nodiscard]] QString complaint() const;
    /// What the text is taken for, when that is not what was typed (readTypedUrl); else empty.
    [[nodiscard]] QString hint() const;

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
    void say(const QString &text, bool isComplaint);

    QLineEdit *m_field;
    QPushButton *m_button;
    QLabel *m_remark;
    bool m_complains = false;
};

} // namespace Pongwatch
