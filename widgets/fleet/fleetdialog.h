// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/fleetaddress.h"

#include <QDialog>
#include <QList>

#include <utility>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Pongwatch
{

class LineValue;
class ProxyValue;
class SecretValue;
class ValueEditor;

/// Asks where the Prometheus of a fleet is, and how to sign in there. Secrets that are typed stay out of the
/// address: it refers to them.
class FleetDialog : public QDialog
{
    Q_OBJECT

public:
    /// `keepsSecrets`: false if there is no keychain, so that secrets are lost with the program.
    FleetDialog(const FleetAddress &address, bool keepsSecrets, QWidget *parent = nullptr);

    /// As far as the fields are valid.
    [[nodiscard]] FleetAddress address() const;
    /// Names of keychain entries, and what to store there.
    [[nodiscard]] QList<std::pair<QString, QString>> newSecrets() const;

private:
    /// What belongs to the settings of the connection.
    [[nodiscard]] QList<ValueEditor *> editors() const;
    void check();
    void showParts();
    [[nodiscard]] QString complaint() const;

    ProfileSettings m_own;
    QLineEdit *m_url;
    QComboBox *m_auth;
    QLineEdit *m_user;
    SecretValue *m_secret;
    LineValue *m_authority;
    LineValue *m_certificate;
    LineValue *m_key;
    QCheckBox *m_verify;
    ProxyValue *m_proxy;
    SecretValue *m_proxySecret;
    QLabel *m_complaint;
    QPushButton *m_accept;
    QFormLayout *m_form;
};

} // namespace Pongwatch
