// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addpeerbar.h"

#include "engine/values/settings.h"
#include "widgets/clearbutton.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Pongwatch
{

AddPeerBar::AddPeerBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
    , m_complaint(new QLabel(this))
{
    offerClearButton(m_field);
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_field->setMaxLength(2048);
    m_button->setEnabled(false);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    retranslate();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(8);
    layout->addWidget(m_field, 2);
    layout->addWidget(m_button);
    layout->addWidget(m_complaint, 3);

    connect(m_field, &QLineEdit::textChanged, this, &AddPeerBar::check);
    connect(m_field, &QLineEdit::returnPressed, this, &AddPeerBar::submit);
    connect(m_button, &QPushButton::clicked, this, &AddPeerBar::submit);
}

void AddPeerBar::retranslate()
{
    m_button->setText(tr("Add"));
    m_field->setAccessibleName(tr("URL of a peer to add"));
    m_field->setPlaceholderText(tr("Add a peer: wss://example.org/socket"));
    m_complaint->setAccessibleName(tr("What is wrong with the URL"));
}

void AddPeerBar::startTyping()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString AddPeerBar::complaint() const
{
    return m_complaint->text();
}

void AddPeerBar::check()
{
    const QString text = m_field->text().trimmed();
    m_button->setEnabled(!text.isEmpty());
    if (text.isEmpty()) {
        complain({});
        return;
    }
    // While the scheme is still being typed there is nothing to complain about.
    const QString schemes[] = {QStringLiteral("ws://"), QStringLiteral("wss://")};
    const bool beginning =
        std::any_of(std::begin(schemes), std::end(schemes),
                    [&text](const QString &scheme) { return scheme.startsWith(text, Qt::CaseInsensitive); });
    const auto url = parseWebSocketUrl(text);
    complain(beginning || url.ok() ? QString() : url.error().answer);
}

void AddPeerBar::submit()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty()) {
        return;
    }
    const auto url = parseWebSocketUrl(text);
    if (!url) {
        complain(url.error().answer);
        m_field->setFocus();
        return;
    }
    m_field->clear();
    Q_EMIT addRequested(url.value());
}

void AddPeerBar::complain(const QString &text)
{
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);
    m_complaint->setText(text);
    m_complaint->setToolTip(text);
}

void AddPeerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        complain(m_complaint->text());
    }
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace Pongwatch
