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

/// The Help menu: the guide, every key on a page (F1), and which version of the program this is.
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

    QAction *m_guide; // owned by this, as the next ones
    QAction *m_keys;
    QAction *m_about;
    QPointer<GuideWindow> m_guideWindow; // no child of the window: it stays beside it, not above
};

} // namespace Pongwatch
