// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connection.h"

namespace Pongwatch
{

void Connection::watchFrames(std::shared_ptr<FrameQueue> queue)
{
    std::unique_ptr<FrameRecorder> frames;
    if (queue) {
        frames = std::make_unique<FrameRecorder>(std::move(queue), m_env.clock);
        if (m_transport)
            frames->joined(m_number, m_settings.whole(), m_upgradedAt);
    }
    m_keepalive.setFrames(frames.get());
    if (m_transport)
        m_transport->setFrameWitness(frames.get());
    m_frames = std::move(frames);
}

void Connection::noteSentByUser()
{
    m_lastDataAt = m_env.clock.now();
    if (!m_frames)
        return;
    FramePlace place;
    place.role = FramePlace::Role::User;
    m_frames->setPlaceOfSent(place);
}

} // namespace Pongwatch
