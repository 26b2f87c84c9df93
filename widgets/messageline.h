// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Pongwatch
{

/// A sentence in a dialog that says what is wrong, or how something went, with the style's icon in front;
/// hidden without a sentence. Plain text, which can be selected.
class MessageLine : public QWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Problem, News };

    explicit MessageLine(QWidget *parent = nullptr);

    /// Empty: hides it.
    void showMessage(const QString &sentence, Kind kind = Kind::Problem);
    [[nodiscard]] QString message() const;

private:
    QLabel *m_sign;
    QLabel *m_text;
};

} // namespace Pongwatch
