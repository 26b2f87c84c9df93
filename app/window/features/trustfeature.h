// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

class TrustPage;

/// Asks before peers from elsewhere get anything of this user's: shows the page when such peers are held
/// back, and stores the answer.
class TrustFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit TrustFeature(const WindowContext &context, QObject *parent = nullptr);
    ~TrustFeature() override;

protected:
    void retranslate() override {} // the page updates itself

private:
    void ask();
    void trust();

    TrustPage *m_page;
};

} // namespace Pongwatch
