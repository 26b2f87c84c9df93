// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messages/messagecomposer.h"

#include "engine/values/binaryform.h"
#include "text/wording.h"
#include "widgets/quietlabel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

namespace Pongwatch
{

namespace
{

constexpr double shortestInterval = 0.1; // s
constexpr double longestInterval = 3600; // s
constexpr qsizetype longestInMenu = 60;

} // namespace

MessageComposer::MessageComposer(QWidget *parent)
    : QWidget(parent)
    , m_field(new QPlainTextEdit(this))
    , m_send(new QPushButton(this))
    , m_form(new QComboBox(this))
    , m_history(new QToolButton(this))
    , m_savedButton(new QToolButton(this))
    , m_hint(new QuietLabel(QuietLabel::Body, this))
    , m_interval(new QDoubleSpinBox(this))
    , m_repeat(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(m_field->fontMetrics().lineSpacing() * 3 + 8);
    m_field->installEventFilter(this);
    for (int form = 0; form < 3; ++form)
        m_form->addItem(QString());
    for (QToolButton *button : {m_history, m_savedButton}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setAutoRaise(true);
        button->setMenu(new QMenu(button));
    }
    connect(m_history->menu(), &QMenu::aboutToShow, this, &MessageComposer::fillHistory);
    connect(m_savedButton->menu(), &QMenu::aboutToShow, this, &MessageComposer::fillSaved);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_interval->setRange(shortestInterval, longestInterval);
    m_interval->setDecimals(1);
    m_interval->setValue(5);
    m_repeat->setCheckable(true);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_form);
    foot->addWidget(m_history);
    foot->addWidget(m_savedButton);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_interval);
    foot->addWidget(m_repeat);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_field, 0, 0);
    layout->addWidget(m_send, 0, 1, Qt::AlignBottom);
    layout->addLayout(foot, 1, 0, 1, 2);
    setTabOrder(m_field, m_send);
    setTabOrder(m_send, m_form);
    setTabOrder(m_form, m_history);
    setTabOrder(m_history, m_savedButton);
    setTabOrder(m_savedButton, m_interval);
    setTabOrder(m_interval, m_repeat);

    connect(m_send, &QPushButton::clicked, this, &MessageComposer::send);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        m_notice.clear();
        showState();
    });
    connect(m_form, &QComboBox::currentIndexChanged, this, &MessageComposer::showState);
    connect(m_repeat, &QToolButton::clicked, this, &MessageComposer::setRepeating);
    connect(&m_repeatTimer, &QTimer::timeout, this, &MessageComposer::repeatOnce);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, [this](double s) {
        if (m_repeatedPeer)
            m_repeatTimer.setInterval(std::chrono::duration_cast<milliseconds>(fromSeconds(s)));
    });
    retranslate();
}

void MessageComposer::setPeer(std::optional<PeerId> peer, const QString &name, bool isOpen)
{
    m_peer = peer;
    m_name = Wording::harmless(name, 80);
    m_isOpen = isOpen;
    showState();
}

void MessageComposer::setRepeatedPeerOpen(bool isOpen)
{
    if (!m_repeatedPeer || isOpen)
        return;
    const QString name = m_repeatedName;
    stopRepeating();
    m_notice = tr("Stopped repeating: %1 is not connected.", "a peer's name").arg(name);
    showState();
}

void MessageComposer::setSaved(const QList<Saved> &saved)
{
    m_saved = saved;
}

DialogueMessage MessageComposer::written() const
{
    return {m_field->toPlainText(), static_cast<MessageForm>(m_form->currentIndex())};
}

void MessageComposer::write(const DialogueMessage &message)
{
    m_form->setCurrentIndex(static_cast<int>(message.form));
    m_field->setPlainText(message.content);
    m_field->moveCursor(QTextCursor::End);
}

QString MessageComposer::obstacle() const
{
    if (!m_peer)
        return tr("Select a peer to write to.");
    if (!m_isOpen)
        return tr("%1 is not connected: nothing can be sent.", "a peer's name").arg(m_name);
    const DialogueMessage message = written();
    if (message.form == MessageForm::Text || message.isEmpty())
        return {};
    const Result<QByteArray> bytes = bytesOf(message.content, message.form);
    return bytes ? QString() : tr("Not sendable: %1.").arg(bytes.error().answer);
}

void MessageComposer::send()
{
    const DialogueMessage message = written();
    if (message.isEmpty() || !obstacle().isEmpty())
        return;
    remember(message);
    m_field->clear();
    Q_EMIT sendRequested(*m_peer, message);
}

void MessageComposer::remember(const DialogueMessage &message)
{
    m_sent.removeAll(message);
    m_sent.append(message);
    if (m_sent.size() > mostRemembered)
        m_sent.removeFirst();
    m_recalled = -1;
}

/// Goes back one message, or forward to the newest and then an empty field.
bool MessageComposer::recall(int step)
{
    const qsizetype from = m_recalled < 0 ? m_sent.size() : m_recalled;
    const qsizetype to = from + step;
    if (m_sent.isEmpty() || to < 0 || (m_recalled < 0 && step > 0))
        return false;
    if (to >= m_sent.size()) {
        m_field->clear();
        m_recalled = -1;
        return true;
    }
    write(m_sent.at(to));
    m_recalled = to;
    return true;
}

void MessageComposer::setRepeating(bool isOn)
{
    if (!isOn || m_repeatedPeer || written().isEmpty() || !obstacle().isEmpty()) {
        stopRepeating();
        return;
    }
    m_repeatedPeer = m_peer;
    m_repeatedName = m_name;
    m_repeated = written();
    m_repeats = 0;
    remember(m_repeated);
    m_repeatTimer.start(std::chrono::duration_cast<milliseconds>(fromSeconds(m_interval->value())));
    repeatOnce();
}

void MessageComposer::repeatOnce()
{
    if (!m_repeatedPeer)
        return;
    const PeerId peer = *m_repeatedPeer;
    ++m_repeats;
    if (m_repeats >= mostRepeats) {
        stopRepeating();
        m_notice = tr("Stopped repeating after %n times.", nullptr, mostRepeats);
    }
    showState();
    Q_EMIT sendRequested(peer, m_repeated);
}

void MessageComposer::stopRepeating()
{
    m_repeatTimer.stop();
    m_repeatedPeer.reset();
    showState();
}

void MessageComposer::showState()
{
    const QString why = obstacle();
    const bool canSend = why.isEmpty() && !m_field->toPlainText().isEmpty();
    m_send->setEnabled(canSend);
    m_repeat->setEnabled(canSend || m_repeatedPeer);
    m_repeat->setChecked(m_repeatedPeer.has_value());
    m_repeat->setText(m_repeatedPeer ? tr("Stop") : tr("Repeat"));
    m_repeat->setToolTip(
        m_repeatedPeer ? tr("Stop sending the message again and again")
                       : tr("Send the message again and again, at most %n times", nullptr, mostRepeats));
    QString hint = m_notice;
    if (m_repeatedPeer)
        hint = tr("Repeating to %1: sent %2 of %3", "peer, numbers")
                   .arg(m_repeatedName, QLocale().toString(m_repeats), QLocale().toString(mostRepeats));
    else if (hint.isEmpty() && !why.isEmpty())
        hint = why;
    else if (hint.isEmpty())
        hint = tr("To %1; %2 sends", "peer, key")
                   .arg(m_name, QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_hint->setText(hint);
    m_hint->setToolTip(hint);
}

QString MessageComposer::hint() const
{
    return m_hint->text();
}

void MessageComposer::fillHistory()
{
    QMenu *menu = m_history->menu();
    menu->clear();
    for (auto message = m_sent.crbegin(); message != m_sent.crend(); ++message) {
        QString text = Wording::harmless(message->content, longestInMenu);
        menu->addAction(text.replace(u'&', QStringLiteral("&&")), this,
                        [this, again = *message] { write(again); });
    }
    if (m_sent.isEmpty())
        menu->addAction(tr("Nothing was sent yet"))->setEnabled(false);
}

void MessageComposer::fillSaved()
{
    QMenu *menu = m_savedButton->menu();
    menu->clear();
    for (const Saved &saved : std::as_const(m_saved)) {
        QString text = Wording::harmless(saved.first, longestInMenu);
        menu->addAction(text.replace(u'&', QStringLiteral("&&")), this,
                        [this, message = saved.second] { write(message); });
    }
    if (!m_saved.isEmpty())
        menu->addSeparator();
    QAction *save =
        menu->addAction(tr("&Save What Is Written…"), this, [this] { Q_EMIT saveRequested(written()); });
    save->setObjectName(QStringLiteral("save-message"));
    save->setEnabled(!m_field->toPlainText().isEmpty());
    QMenu *remove = menu->addMenu(tr("&Remove"));
    remove->setEnabled(!m_saved.isEmpty());
    for (const Saved &saved : std::as_const(m_saved)) {
        QString text = Wording::harmless(saved.first, longestInMenu);
        remove->addAction(text.replace(u'&', QStringLiteral("&&")), this,
                          [this, name = saved.first] { Q_EMIT removalRequested(name); });
    }
}

void MessageComposer::retranslate()
{
    m_field->setAccessibleName(tr("Message to send"));
    m_field->setPlaceholderText(tr("A message"));
    m_send->setText(tr("&Send"));
    m_form->setAccessibleName(tr("Form of the message"));
    m_form->setItemText(static_cast<int>(MessageForm::Text), tr("Text"));
    m_form->setItemText(static_cast<int>(MessageForm::Hex), tr("Bytes, hexadecimal"));
    m_form->setItemText(static_cast<int>(MessageForm::Base64), tr("Bytes, Base64"));
    m_history->setText(tr("Sent"));
    m_history->setToolTip(tr("Take a message again that was sent (Up and Down in the field)"));
    m_savedButton->setText(tr("Saved"));
    m_savedButton->setToolTip(tr("Messages that are saved in the workspace"));
    m_interval->setAccessibleName(tr("Seconds between two repeated messages"));
    m_interval->setPrefix(tr("every ", "before a number of seconds"));
    m_interval->setSuffix(tr(" s", "seconds, after a number"));
    showState();
}

bool MessageComposer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
        const QTextCursor cursor = m_field->textCursor();
        const bool isAlone = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (isAlone && key->key() == Qt::Key_Up && cursor.block() == m_field->document()->firstBlock())
            return recall(-1);
        if (isAlone && key->key() == Qt::Key_Down && cursor.block() == m_field->document()->lastBlock())
            return recall(1);
    }
    return QWidget::eventFilter(watched, event);
}

void MessageComposer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
