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

/// The field for adding a peer by its URL. It accepts whatever can be pasted: commands, several URLs. What is
/// wrong with the text, or how it will be read, is shown next to it before anything is dialled.
class AddPeerBar : public QWidget
{
    Q_OBJECT

public:
    explicit AddPeerBar(QWidget *parent = nullptr);

    /// Moves the focus to the field and selects all of its text.
    void startTyping();

    /// What is wrong with the text; empty if nothing is, or if there is no text.
    [[nodiscard]] QString complaint() const;
    /// How the text will be read, if that differs from what was typed (readTypedUrl); otherwise empty.
    [[nodiscard]] QString hint() const;

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    /// A single URL without a secret.
    void addRequested(const QUrl &url);
    /// Anything else that contains peers.
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
