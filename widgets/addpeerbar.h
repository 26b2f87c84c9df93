// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/typedurl.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Pongwatch
{

struct ImportResult;

/// The field to add a peer by its URL. It takes whatever a paste takes: commands, several URLs. What is wrong
/// with the text, or what it is taken for, is said beside it before anything is dialled.
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
    /// One URL without a secret in it.
    void addRequested(const QUrl &url);
    /// Anything else that there are peers in.
    void importRequested(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void check();
    void submit();
    void say(const QString &text, bool isComplaint);
    [[nodiscard]] QString complaintOf(const ImportResult &result, const Result<TypedUrl> &typed);

    QLineEdit *m_field;
    QPushButton *m_button;
    QLabel *m_remark;
    bool m_complains = false;
};

} // namespace Pongwatch
