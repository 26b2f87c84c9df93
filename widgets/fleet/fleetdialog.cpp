// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetdialog.h"

#include "widgets/profileeditor/proxyvalue.h"
#include "widgets/profileeditor/secretvalue.h"
#include "widgets/quietlabel.h"
#include "widgets/statuslook.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

/// A file's name.
LineValue *makeFileValue(std::optional<QString> ProfileSettings::*member,
                         const std::function<QString()> &placeholder, QWidget *parent)
{
    LineValue::Form form;
    form.write = [member](const ProfileSettings &settings) { return (settings.*member).value_or(QString()); };
    form.read = [member](const QString &text, ProfileSettings &settings) {
        settings.*member = text.trimmed();
        return QString();
    };
    form.placeholder = placeholder;
    form.isFile = true;
    return new LineValue(form, parent);
}

// What entries of the keychain are called.
QString fleetEntryName()
{
    return QStringLiteral("fleet");
}

QString fleetProxyEntryName()
{
    return QStringLiteral("fleet proxy");
}

} // namespace

FleetDialog::FleetDialog(const FleetAddress &address, bool keepsSecrets, QWidget *parent)
    : QDialog(parent)
    , m_own(address.own)
    , m_url(new QLineEdit(address.url.toString(), this))
    , m_auth(new QComboBox(this))
    , m_user(new QLineEdit(address.own.authUser.value_or(QString()), this))
    , m_secret(new SecretValue(&ProfileSettings::authSecret, fleetEntryName, this))
    , m_authority(makeFileValue(
          &ProfileSettings::tlsCaFile, [] { return tr("the system's authorities"); }, this))
    , m_certificate(makeFileValue(
          &ProfileSettings::tlsClientCertificate, [] { return tr("none"); }, this))
    , m_key(makeFileValue(
          &ProfileSettings::tlsClientKey, [] { return tr("none"); }, this))
    , m_verify(new QCheckBox(tr("&Verify its certificate"), this))
    , m_proxy(new ProxyValue(this))
    , m_proxySecret(new SecretValue(&ProfileSettings::proxySecret, fleetProxyEntryName, this))
    , m_complaint(new QLabel(this))
    , m_form(new QFormLayout)
{
    setWindowTitle(tr("Open Fleet"));
    auto *about =
        new QLabel(tr("A Prometheus, or what has its HTTP API, that collects what Pongwatch's agents "
                      "see of their peers."),
                   this);
    about->setWordWrap(true);
    m_url->setPlaceholderText(QStringLiteral("http://prometheus.example:9090"));
    m_url->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    m_auth->addItems({tr("No sign-in"), tr("User and password"), tr("Token (bearer)")}); // as in AuthKind
    m_auth->setCurrentIndex(static_cast<int>(address.own.authKind.value_or(AuthKind::None)));
    m_verify->setChecked(address.own.tlsVerify.value_or(true));
    for (ValueEditor *value : editors()) {
        value->showValue(&m_own);
        connect(value, &ValueEditor::edited, this, &FleetDialog::check);
    }
    auto *memory = new QuietLabel(QuietLabel::Body, this);
    memory->setText(tr("There is no keychain: secrets are kept until the program ends."));
    memory->setVisible(!keepsSecrets);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);

    m_form->addRow(tr("&URL:"), m_url);
    m_form->addRow(tr("&Sign-in:"), m_auth);
    m_form->addRow(tr("Us&er:"), m_user);
    m_form->addRow(tr("Se&cret:"), m_secret);
    m_form->addRow(tr("&Authority (CA):"), m_authority);
    m_form->addRow(tr("Client certi&ficate:"), m_certificate);
    m_form->addRow(tr("Client &key:"), m_key);
    m_form->addRow(QString(), m_verify);
    m_form->addRow(tr("&Proxy:"), m_proxy);
    m_form->addRow(tr("Proxy's pass&word:"), m_proxySecret);
    // The focus goes to their fields, which have no label of their own.
    for (ValueEditor *value : editors()) {
        const QString name =
            qobject_cast<QLabel *>(m_form->labelForField(value))->text().remove(u'&').chopped(1); // its colon
        value->setAccessibleName(name);
        if (value->focusProxy())
            value->focusProxy()->setAccessibleName(name);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Open);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(m_form);
    layout->addWidget(memory);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_url, &QLineEdit::textChanged, this, &FleetDialog::check);
    connect(m_user, &QLineEdit::textChanged, this, &FleetDialog::check);
    connect(m_auth, &QComboBox::activated, this, &FleetDialog::check);
    connect(m_verify, &QCheckBox::toggled, this, &FleetDialog::check);
    m_url->setFocus();
    check();
}

QList<ValueEditor *> FleetDialog::editors() const
{
    return {m_secret, m_authority, m_certificate, m_key, m_proxy, m_proxySecret};
}

void FleetDialog::showParts()
{
    const auto show = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(isShown);
    };
    const auto auth = static_cast<AuthKind>(m_auth->currentIndex());
    const bool isTls = m_url->text().trimmed().startsWith(QStringLiteral("https://"), Qt::CaseInsensitive);
    const ProxyKind proxy = address().own.proxy.value_or(ProxySettings()).kind;
    show(m_user, auth == AuthKind::Basic);
    show(m_secret, auth != AuthKind::None);
    for (QWidget *field : std::initializer_list<QWidget *>{m_authority, m_certificate, m_key, m_verify})
        show(field, isTls);
    show(m_proxySecret, proxy == ProxyKind::Http || proxy == ProxyKind::Socks5);
}

FleetAddress FleetDialog::address() const
{
    FleetAddress address;
    address.own = m_own; // with what this form doesn't show
    const Result<QUrl> url = parseFleetUrl(m_url->text());
    if (url)
        address.url = url.value().adjusted(QUrl::RemoveUserInfo);
    const auto auth = static_cast<AuthKind>(m_auth->currentIndex());
    address.own.authKind = auth;
    address.own.authUser = auth == AuthKind::Basic ? m_user->text() : QString();
    address.own.tlsVerify = m_verify->isChecked();
    for (const ValueEditor *value : editors())
        static_cast<void>(value->read(address.own)); // complaint() says what is wrong
    if (auth == AuthKind::None)
        address.own.authSecret = SecretReference();
    return address;
}

QString FleetDialog::complaint() const
{
    const Result<QUrl> url = parseFleetUrl(m_url->text());
    if (!url)
        return url.error().answer;
    if (!url.value().userInfo().isEmpty())
        return tr("leave the user and the password out of the URL: there are fields for them");
    ProfileSettings settings;
    for (const ValueEditor *value : editors())
        if (const QString wrong = value->read(settings); !wrong.isEmpty())
            return wrong;
    const FleetAddress whole = address();
    const bool isBare = whole.own.authKind == AuthKind::Bearer &&
                        whole.own.authSecret.value_or(SecretReference()).kind == SecretReference::Kind::None;
    return isBare ? tr("a token is needed") : QString();
}

void FleetDialog::check()
{
    showParts();
    const QString wrong = complaint();
    // A field that is still empty is not a mistake.
    m_complaint->setText(m_url->text().isEmpty() ? QString() : wrong);
    m_accept->setEnabled(wrong.isEmpty());
}

QList<std::pair<QString, QString>> FleetDialog::newSecrets() const
{
    QList<std::pair<QString, QString>> secrets;
    const FleetAddress whole = address();
    const auto add = [&secrets](const SecretValue *value, const std::optional<SecretReference> &reference) {
        if (const auto secret = value->newSecret(); secret && reference && reference->name == secret->first)
            secrets.append(*secret);
    };
    add(m_secret, whole.own.authSecret);
    add(m_proxySecret, whole.own.proxySecret);
    return secrets;
}

} // namespace Pongwatch
