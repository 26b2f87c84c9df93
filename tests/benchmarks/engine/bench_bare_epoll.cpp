// SPDX-License-Identifier: GPL-3.0-or-later
// The reference: what pinging costs if nothing but pinging is done. No event loop, no objects, no checks: an
// array, one epoll set, and one send(2) and one recv(2) per ping.
#include "tests/benchmarks/engine/arguments.h"
#include "tests/benchmarks/engine/loopback.h"
#include "tests/benchmarks/engine/measurement.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Pongwatch::Benchmarks;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr size_t payloadSize = 8;
constexpr size_t pingSize = 2 + 4 + payloadSize;
constexpr size_t pongSize = 2 + payloadSize;

struct Peer {
    int descriptor = -1;
    std::uint64_t payload = 0;
    Clock::time_point sentAt{};
};

void upgrade(int descriptor, int connection, int port)
{
    const std::string request = "GET / HTTP/1.1\r\nHost: " + addressOf(connection) + ":" +
                                std::to_string(port) +
                                "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                "Sec-WebSocket-Version: 13\r\n\r\n";
    if (send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) < 0)
        std::perror("sending the request");
    std::string response;
    while (response.find("\r\n\r\n") == std::string::npos) {
        char byte = 0;
        if (recv(descriptor, &byte, 1, 0) != 1) {
            std::perror("reading the response");
            std::exit(1);
        }
        response += byte;
    }
}

void ping(Peer &peer, std::mt19937_64 &random)
{
    peer.payload = random();
    const auto mask = static_cast<std::uint32_t>(random());
    std::array<unsigned char, pingSize> frame{0x89, 0x80 | payloadSize};
    const std::uint64_t masked = peer.payload ^ (std::uint64_t(mask) << 32U | mask);
    std::memcpy(frame.data() + 2, &mask, sizeof mask);
    std::memcpy(frame.data() + 6, &masked, sizeof masked);
    peer.sentAt = Clock::now();
    if (send(peer.descriptor, frame.data(), frame.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
        std::perror("sending");
}

void readPong(Peer &peer, Measurement &measurement)
{
    std::array<unsigned char, 64> frame{};
    const ssize_t size = recv(peer.descriptor, frame.data(), frame.size(), MSG_DONTWAIT);
    const auto now = Clock::now();
    std::uint64_t payload = 0;
    if (size != static_cast<ssize_t>(pongSize) || frame[0] != 0x8A)
        return;
    std::memcpy(&payload, frame.data() + 2, sizeof payload);
    if (payload == peer.payload)
        measurement.addRoundTrip(now - peer.sentAt);
}

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments = readArguments(argc, argv);
    const auto count = static_cast<size_t>(arguments.connections);
    raiseDescriptorLimit();
    Measurement measurement("bare epoll", arguments.connections,
                            count * static_cast<size_t>(arguments.window / arguments.interval + 2));
    measurement.begin();

    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    std::vector<Peer> peers(count);
    for (size_t i = 0; i < count; ++i) {
        peers[i].descriptor = connectTo(static_cast<int>(i), static_cast<std::uint16_t>(arguments.port));
        upgrade(peers[i].descriptor, static_cast<int>(i), arguments.port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        epoll_ctl(epoll, EPOLL_CTL_ADD, peers[i].descriptor, &event);
    }
    measurement.allOpen();

    // Turn k of connection i is due at start + (k + i / count) × interval: always the next in the
    // array.
    std::mt19937_64 random(std::random_device{}());
    const auto start = Clock::now();
    const auto windowStart = start + arguments.warmUp;
    const auto windowEnd = windowStart + arguments.window;
    std::array<epoll_event, 512> events{};
    std::int64_t turn = 0;
    bool inWindow = false;
    for (;;) {
        auto now = Clock::now();
        const auto dueOf = [&](std::int64_t k) {
            return start + std::chrono::nanoseconds(arguments.interval.count() / arguments.connections * k);
        };
        for (; dueOf(turn) <= now; ++turn)
            ping(peers[static_cast<size_t>(turn) % count], random);
        if (!inWindow && now >= windowStart) {
            inWindow = true;
            measurement.beginWindow();
        }
        if (now >= windowEnd)
            break;
        now = Clock::now();
        const std::chrono::nanoseconds wait =
            std::max(std::chrono::nanoseconds(0), std::chrono::nanoseconds(dueOf(turn) - now));
        timespec limit{};
        limit.tv_sec = wait.count() / 1'000'000'000;
        limit.tv_nsec = wait.count() % 1'000'000'000;
        const int ready =
            epoll_pwait2(epoll, events.data(), static_cast<int>(events.size()), &limit, nullptr);
        for (int i = 0; i < ready; ++i)
            readPong(peers[events[static_cast<size_t>(i)].data.u64], measurement);
    }
    measurement.endWindow();
    measurement.print();
    return 0;
}
