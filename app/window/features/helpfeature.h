// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QAction;

namespace Pongwatch
{

class GuideWindow;
struct ShortcutSection;

/// The Help menu: the guide, all shortcuts on a page (F1), and the version of the program.
class HelpFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit HelpFeature(const WindowContext &context, QObject *parent = nullptr);
    ~HelpFeature() override;

private:
    void retranslate() override;
    void showGuide();
    void showKeys();
    void showAbout();
    [[nodiscard]] std::vector<ShortcutSection> sections() const;

    QAction *m_guide; // owned by this object, like the next ones
    QAction *m_keys;
    QAction *m_about;
    QPointer<GuideWindow> m_guideWindow; // not a child of the window: it stays next to it, not above it
};

} // namespace Pongwatch
