// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Pongwatch
{

/// A label for text of second rank, in a colour that keeps to the palette when it changes. Plain text.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    enum Kind { Body, Heading };

    explicit QuietLabel(Kind kind, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColor();

    bool m_taking = false; // taking the colour changes the palette, which is told by a changeEvent
};

} // namespace Pongwatch
