// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/secretvalue.h"

#include "widgets/statuslook.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace Pongwatch
{

SecretValue::SecretValue(Member member, std::function<QString()> purpose, QWidget *parent)
    : ValueEditor(parent)
    , m_member(member)
    , m_purpose(std::move(purpose))
    , m_line(new QLineEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_line, &QLineEdit::textEdited, this, &SecretValue::noteTyped);
    retranslate();
}

void SecretValue::noteTyped()
{
    // The name of a variable is not a secret.
    m_line->setEchoMode(m_line->text().startsWith(u'$') ? QLineEdit::Normal : QLineEdit::Password);
    if (m_fresh.kind == SecretReference::Kind::None)
        m_fresh = SecretReference::toNewEntry(m_purpose());
    Q_EMIT edited();
}

void SecretValue::showValue(const ProfileSettings *settings)
{
    m_isMixed = settings == nullptr;
    m_reference = settings ? (settings->*m_member).value_or(SecretReference()) : SecretReference();
    const bool isVariable = m_reference.kind == SecretReference::Kind::Environment;
    m_line->setText(isVariable ? m_reference.text() : QString());
    m_line->setEchoMode(isVariable ? QLineEdit::Normal : QLineEdit::Password);
    retranslate();
}

QString SecretValue::read(ProfileSettings &settings) const
{
    const QString text = m_line->text();
    if (text.isEmpty()) {
        // An empty field means the stored secret, or none.
        settings.*m_member =
            m_reference.kind == SecretReference::Kind::Keychain ? m_reference : SecretReference();
        return {};
    }
    if (text.startsWith(u'$')) {
        const auto reference = SecretReference::parse(text);
        if (reference) {
            settings.*m_member = *reference;
            return {};
        }
        if (text.size() > 1)
            return tr("after $, write the name of an environment variable: letters, digits and _");
    }
    settings.*m_member = m_fresh;
    return {};
}

std::optional<std::pair<QString, QString>> SecretValue::newSecret() const
{
    const QString text = m_line->text();
    if (text.isEmpty() || m_fresh.kind == SecretReference::Kind::None || text.startsWith(u'$'))
        return std::nullopt;
    return std::pair(m_fresh.name, text);
}

void SecretValue::setQuiet(bool quiet)
{
    QPalette own = palette();
    if (quiet)
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
    m_line->setPalette(own);
}

void SecretValue::retranslate()
{
    m_line->setPlaceholderText(m_isMixed ? tr("different values")
                               : m_reference.kind == SecretReference::Kind::Keychain
                                   ? tr("saved; type to replace it")
                                   : tr("none; a secret, or $VARIABLE"));
}

} // namespace Pongwatch
