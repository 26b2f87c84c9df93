// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace Pongwatch
{

/// A part of the inspector, with a heading that collapses it at a click.
class InspectorSection : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the content.
    explicit InspectorSection(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;

    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const;

    [[nodiscard]] QToolButton *heading() const { return m_heading; }

private:
    QToolButton *m_heading;
    QWidget *m_content;
};

} // namespace Pongwatch
