// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace Pongwatch
{

/// Asks for the Close frame to send: a code that may be sent (RFC 6455 7.4.1 and IANA's registry) and a
/// reason of at most 123 bytes. Says what is wrong while the user types.
class ClosePeerDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ClosePeerDialog(QWidget *parent = nullptr);

    /// What the dialog is about: "edge-1", "3 peers". Plain text.
    void setPeers(const QStringList &names);

    /// nullopt while it is invalid.
    [[nodiscard]] std::optional<CloseFrame> frame() const;

    [[nodiscard]] QComboBox *codeField() const { return m_code; }
    [[nodiscard]] QLineEdit *reasonField() const { return m_reason; }
    /// Why it can't be sent; empty if it can.
    [[nodiscard]] QString problem() const;

    /// Whether a code may be in a Close frame: 1000 to 1014 without those that are never on the wire, and
    /// 3000 to 4999.
    [[nodiscard]] static bool maySend(int code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();
    [[nodiscard]] std::optional<quint16> code() const;

    QStringList m_names;
    QLabel *m_question;
    QLabel *m_codeLabel;
    QComboBox *m_code;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace Pongwatch
