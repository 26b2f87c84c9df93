// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addpeerbar.h"

#include "engine/values/secretnames.h"
#include "engine/values/settings.h"
#include "widgets/clearbutton.h"
#include "widgets/statuslook.h"
#include "workspace/profilefields.h"
#include "workspace/profileimport.h"
#include "workspace/textvariables.h"
#include "workspace/typedurl.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Pongwatch
{

namespace
{

/// Longer texts are parsed when they are submitted, not after each key.
constexpr int LongestLiveText = 4096;
/// A command copied from a browser, with all its headers.
constexpr int LongestTypedText = 256 * 1024;

/// Whether the URL can be put into the workspace as it is: a secret in it must first go to the keychain, and
/// a URL with an empty one can't be added.
bool isTakenAsItIs(const QUrl &url)
{
    const QString text = url.toString(QUrl::FullyEncoded);
    return maskedUrlText(text) == text && complaintAboutUrl(url).isEmpty();
}

} // namespace

AddPeerBar::AddPeerBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
    , m_remark(new QLabel(this))
{
    offerClearButton(m_field);
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_field->setMaxLength(LongestTypedText);
    m_field->installEventFilter(this);
    m_button->setEnabled(false);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setForegroundRole(QPalette::WindowText); // in a tool bar it would be the role for buttons
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    retranslate();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(8);
    layout->addWidget(m_field, 2);
    layout->addWidget(m_button);
    layout->addWidget(m_remark, 3);

    connect(m_field, &QLineEdit::textChanged, this, &AddPeerBar::check);
    connect(m_field, &QLineEdit::returnPressed, this, &AddPeerBar::submit);
    connect(m_button, &QPushButton::clicked, this, &AddPeerBar::submit);
}

void AddPeerBar::retranslate()
{
    m_button->setText(tr("Add"));
    m_field->setAccessibleName(tr("URL of a peer to add"));
    m_field->setPlaceholderText(tr("Add a peer: wss://example.org/socket"));
    m_remark->setAccessibleName(tr("How the URL is used"));
}

void AddPeerBar::startTyping()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString AddPeerBar::hint() const
{
    return m_complains ? QString() : m_remark->text();
}

QString AddPeerBar::complaint() const
{
    return m_complains ? m_remark->text() : QString();
}

void AddPeerBar::check()
{
    const QString text = m_field->text().trimmed();
    m_button->setEnabled(!text.isEmpty());
    if (text.isEmpty()) {
        say({}, false);
        return;
    }
    // While the scheme is being typed, there is nothing to complain about.
    const QString schemes[] = {QStringLiteral("ws://"), QStringLiteral("wss://"), QStringLiteral("https://")};
    const bool beginning =
        std::any_of(std::begin(schemes), std::end(schemes),
                    [&text](const QString &scheme) { return scheme.startsWith(text, Qt::CaseInsensitive); });
    const Result<TypedUrl> typed = readTypedUrl(text);
    // Nor while a token is still missing.
    const bool awaitsToken = typed && text.endsWith(u'=') && !complaintAboutUrl(typed.value().url).isEmpty();
    if (beginning || awaitsToken || (typed && !typed.value().completed && isTakenAsItIs(typed.value().url))) {
        say({}, false);
        return;
    }
    if (typed && isTakenAsItIs(typed.value().url)) {
        say(tr("Return adds %1").arg(displayUrl(typed.value().url)), false);
        return;
    }
    const ImportResult result = text.size() <= LongestLiveText ? importProfiles(text) : ImportResult();
    if (!result.profiles.empty() || text.size() > LongestLiveText) {
        say(result.profiles.size() == 1
                ? tr("Return adds %1").arg(maskedUrlText(result.profiles.front().profile.url))
                : tr("Return shows the peers that are in it"),
            false);
    } else {
        say(complaintOf(result, typed), true);
    }
}

QString AddPeerBar::complaintOf(const ImportResult &result, const Result<TypedUrl> &typed)
{
    // For a single word, the complaint about the URL is more helpful.
    const bool isWord = !m_field->text().trimmed().contains(u' ');
    if (isWord && !typed && (result.problems.isEmpty() || placeholderIn(m_field->text()).isEmpty()))
        return typed.error().answer;
    return result.problems.isEmpty() ? tr("there is no URL in it") : result.problems.first().text;
}

void AddPeerBar::submit()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return;
    const Result<TypedUrl> typed = readTypedUrl(text);
    if (typed && isTakenAsItIs(typed.value().url)) {
        m_field->clear();
        Q_EMIT addRequested(typed.value().url);
        return;
    }
    const ImportResult result = importProfiles(text);
    if (result.profiles.empty()) {
        say(complaintOf(result, typed), true);
        m_field->setFocus();
        return;
    }
    m_field->clear();
    Q_EMIT importRequested(text);
}

/// A single-line field would join the lines of pasted text.
bool AddPeerBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        if (text.trimmed().contains(u'\n') && !importProfiles(text).profiles.empty()) {
            m_field->clear();
            Q_EMIT importRequested(text);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AddPeerBar::say(const QString &text, bool isComplaint)
{
    m_complains = isComplaint;
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, isComplaint ? StatusLook::timeoutColor(palette())
                                                       : palette().color(QPalette::WindowText));
    m_remark->setPalette(colored);
    m_remark->setText(text);
    m_remark->setToolTip(text);
}

void AddPeerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        say(m_remark->text(), m_complains);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
