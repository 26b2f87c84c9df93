// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/peerid.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <utility>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace Pongwatch
{

/// Writes messages to a peer: as text or bytes, once or repeatedly, new or sent or saved earlier. Repeating
/// has a limit, is visible, and stops when the connection to its peer is no longer open.
class MessageComposer : public QWidget
{
    Q_OBJECT

public:
    /// A repetition ends after this many messages.
    static constexpr int mostRepeats = 1000;
    /// How many sent messages are kept for reuse.
    static constexpr qsizetype mostRemembered = 50;

    /// A name and its message.
    using Saved = std::pair<QString, DialogueMessage>;

    explicit MessageComposer(QWidget *parent = nullptr);

    /// Sets the peer to write to from now on, and whether it can be sent to; nullopt: none. A repetition
    /// continues with the peer that it was started for.
    void setPeer(std::optional<PeerId> peer, const QString &name, bool isOpen);
    /// Sets whether the peer of the repetition can still be sent to.
    void setRepeatedPeerOpen(bool isOpen);
    /// The peer of the repetition; nullopt: none is running.
    [[nodiscard]] std::optional<PeerId> repeatedPeer() const { return m_repeatedPeer; }
    void stopRepeating();

    void setSaved(const QList<Saved> &saved);

    /// Puts a message into the field.
    void write(const DialogueMessage &message);
    [[nodiscard]] DialogueMessage written() const;

    [[nodiscard]] QPlainTextEdit *field() const { return m_field; }
    [[nodiscard]] QComboBox *formBox() const { return m_form; }
    [[nodiscard]] QPushButton *sendButton() const { return m_send; }
    [[nodiscard]] QToolButton *repeatButton() const { return m_repeat; }
    [[nodiscard]] QDoubleSpinBox *intervalBox() const { return m_interval; }
    [[nodiscard]] QToolButton *savedButton() const { return m_savedButton; }
    [[nodiscard]] QToolButton *historyButton() const { return m_history; }
    /// The text below the field.
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    void sendRequested(Pongwatch::PeerId peer, const Pongwatch::DialogueMessage &message);
    void saveRequested(const Pongwatch::DialogueMessage &message);
    void removalRequested(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void send();
    void setRepeating(bool isOn);
    void repeatOnce();
    void remember(const DialogueMessage &message);
    bool recall(int step);
    void showState();
    void fillHistory();
    void fillSaved();
    /// Why the message can't be sent; empty if it can.
    [[nodiscard]] QString obstacle() const;

    std::optional<PeerId> m_peer;
    QString m_name;
    bool m_isOpen = false;
    QList<DialogueMessage> m_sent; ///< oldest first
    qsizetype m_recalled = -1;     ///< index in m_sent
    QList<Saved> m_saved;
    QString m_notice; ///< shown until something is typed

    std::optional<PeerId> m_repeatedPeer;
    QString m_repeatedName;
    DialogueMessage m_repeated;
    int m_repeats = 0;
    QTimer m_repeatTimer;

    QPlainTextEdit *m_field;
    QPushButton *m_send;
    QComboBox *m_form;
    QToolButton *m_history;
    QToolButton *m_savedButton;
    QLabel *m_hint;
    QDoubleSpinBox *m_interval;
    QToolButton *m_repeat;
};

} // namespace Pongwatch
