// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QAbstractButton>

namespace Pongwatch
{

/// One line across the window that says how all is: a shape, what happened, and on the right where to look.
/// A click does what the owner connects. Texts are plain.
class HeadlineBar : public QAbstractButton
{
    Q_OBJECT

public:
    struct Headline {
        Health health = Health::Paused; ///< for shape and colour
        bool isTrouble = false;         ///< tinted, and in the colour of the state
        QString text;
        QString beside;         ///< on the right; may be empty
        bool isWarning = false; ///< what is beside is a warning

        friend bool operator==(const Headline &, const Headline &) = default;
    };

    explicit HeadlineBar(QWidget *parent = nullptr);

    void setHeadline(const Headline &headline);
    [[nodiscard]] const Headline &headline() const { return m_headline; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont headlineFont() const;
    [[nodiscard]] int shapeSize() const;

    Headline m_headline;
};

} // namespace Pongwatch
