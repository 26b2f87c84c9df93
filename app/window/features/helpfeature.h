// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>

#include <vector>

class QAction;

namespace Pongwatch
{

struct ShortcutSection;

/// The Help menu: every key on a page (F1), and which version of the program this is.
class HelpFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit HelpFeature(const WindowContext &context, QObject *parent = nullptr);

private:
    void retranslate() override;
    void showKeys();
    void showAbout();
    [[nodiscard]] std::vector<ShortcutSection> sections() const;

    QAction *m_keys; // owned by this, as the next one
    QAction *m_about;
};

} // namespace Pongwatch
