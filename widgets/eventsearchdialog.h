// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "past/pasteventstatus.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;

namespace Pongwatch
{

/// Asks which events of the history to search for: of which peer, and in which range of time.
class EventSearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// Starts with [from, to).
    EventSearchDialog(WallTime from, WallTime to, QWidget *parent = nullptr);

    /// The peers that can be chosen, besides all of them.
    void setPeers(const QStringList &names);

    [[nodiscard]] PastEventScope scope() const;

    [[nodiscard]] QComboBox *peerBox() const { return m_peer; }
    [[nodiscard]] QDateTimeEdit *fromField() const { return m_from; }
    [[nodiscard]] QDateTimeEdit *toField() const { return m_to; }
    [[nodiscard]] QDialogButtonBox *buttons() const { return m_buttons; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWhetherPossible();

    QLabel *m_peerLabel;
    QComboBox *m_peer;
    QLabel *m_fromLabel;
    QDateTimeEdit *m_from;
    QLabel *m_toLabel;
    QDateTimeEdit *m_to;
    QLabel *m_mistake;
    QDialogButtonBox *m_buttons;
};

} // namespace Pongwatch
