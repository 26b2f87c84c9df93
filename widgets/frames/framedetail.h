// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"
#include "text/formatter.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Pongwatch
{

/// One frame in full: as formatted JSON, as text, or as bytes. All of it is plain text.
class FrameDetail : public QWidget
{
    Q_OBJECT

public:
    explicit FrameDetail(QWidget *parent = nullptr);

    /// nullopt: no frame is selected.
    void showFrame(const std::optional<SeenFrame> &frame, const FormatPreferences &preferences);

    [[nodiscard]] QPlainTextEdit *textField() const { return m_text; }
    [[nodiscard]] QComboBox *formBox() const { return m_form; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    std::optional<SeenFrame> m_frame;
    FormatPreferences m_preferences;
    QLabel *m_title;
    QComboBox *m_form;
    QLabel *m_remarks;
    QPlainTextEdit *m_text;
};

} // namespace Pongwatch
