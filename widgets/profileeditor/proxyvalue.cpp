// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/proxyvalue.h"

#include "settings/proxytext.h"
#include "widgets/statuslook.h"

#include <QComboBox>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace Pongwatch
{

ProxyValue::ProxyValue(QWidget *parent)
    : ValueEditor(parent)
    , m_kind(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_user(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_kind, 0, Qt::AlignLeading);
    layout->addWidget(m_host);
    layout->addWidget(m_user);
    setFocusProxy(m_kind);
    retranslate();
    connect(m_kind, &QComboBox::activated, this, [this] {
        showParts();
        Q_EMIT edited();
    });
    connect(m_host, &QLineEdit::textEdited, this, &ProxyValue::edited);
    connect(m_user, &QLineEdit::textEdited, this, &ProxyValue::edited);
}

void ProxyValue::showParts()
{
    const auto kind = static_cast<ProxyKind>(m_kind->currentIndex());
    const bool has = kind == ProxyKind::Http || kind == ProxyKind::Socks5;
    m_host->setVisible(has);
    m_user->setVisible(has);
}

void ProxyValue::showValue(const ProfileSettings *settings)
{
    if (!settings) {
        m_kind->setCurrentIndex(-1);
        showParts();
        return;
    }
    const ProxySettings proxy = settings->proxy.value_or(ProxySettings());
    m_kind->setCurrentIndex(static_cast<int>(proxy.kind));
    const QString host = proxy.host.contains(u':') ? QStringLiteral("[%1]").arg(proxy.host) : proxy.host;
    m_host->setText(proxy.host.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(host).arg(proxy.port));
    m_user->setText(proxy.user);
    showParts();
}

QString ProxyValue::read(ProfileSettings &settings) const
{
    if (m_kind->currentIndex() < 0)
        return {};
    const auto kind = static_cast<ProxyKind>(m_kind->currentIndex());
    if (kind == ProxyKind::System || kind == ProxyKind::None) {
        ProxySettings proxy;
        proxy.kind = kind;
        settings.proxy = proxy;
        return {};
    }
    if (m_host->text().trimmed().isEmpty())
        return tr("the proxy's host and port are needed: proxy.example:3128");
    const QString scheme = kind == ProxyKind::Http ? QStringLiteral("http://") : QStringLiteral("socks5://");
    const Result<ProxySettings> proxy = parseProxy(scheme + m_host->text().trimmed());
    if (!proxy)
        return proxy.error().answer;
    settings.proxy = proxy.value();
    settings.proxy->user = m_user->text();
    return {};
}

void ProxyValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet) {
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
        own.setColor(QPalette::ButtonText, StatusLook::quietText(palette()));
    }
    for (QWidget *part :
         {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_user)})
        part->setPalette(own);
}

void ProxyValue::retranslate()
{
    const int current = m_kind->count() == 0 ? -1 : m_kind->currentIndex();
    m_kind->clear();
    // In the same order as ProxyKind.
    m_kind->addItems({tr("The system's"), tr("None"), tr("HTTP CONNECT"), tr("SOCKS 5")});
    m_kind->setPlaceholderText(tr("different values"));
    m_kind->setCurrentIndex(current);
    m_host->setPlaceholderText(tr("proxy.example:3128"));
    m_host->setAccessibleName(tr("Host and port of the proxy"));
    m_user->setPlaceholderText(tr("user name, if the proxy asks for one"));
    m_user->setAccessibleName(tr("User name for the proxy"));
    showParts();
}

} // namespace Pongwatch
