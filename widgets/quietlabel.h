// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Pongwatch
{

/// A label for secondary text, in a colour that follows changes of the palette. Plain text.
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

    bool m_taking = false; // setting the colour changes the palette, which causes a changeEvent
};

} // namespace Pongwatch
