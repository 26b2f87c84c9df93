// SPDX-License-Identifier: GPL-3.0-or-later
// Simulates a disk that does not respond, for a program started with this library in LD_PRELOAD: each call to
// the C library about a file in the folder $HUNG_DISK waits until the file $HUNG_DISK.awake exists, as on a
// network file system whose server is gone. The first call creates $HUNG_DISK.entered. As there, a signal
// that ends the program still does so, and one with a handler is left to other threads.
#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

const std::string &hungFolder()
{
    static const std::string folder = [] {
        const char *value = std::getenv("HUNG_DISK");
        return std::string(value != nullptr ? value : "");
    }();
    return folder;
}

void waitUntilItAnswers()
{
    static const std::string entered = hungFolder() + ".entered";
    static const std::string awake = hungFolder() + ".awake";
    const auto mark = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, entered.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (mark >= 0)
        ::syscall(SYS_close, mark);

    sigset_t handled;
    sigset_t before;
    sigemptyset(&handled);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
        struct sigaction action = {};
        if (::sigaction(number, nullptr, &action) == 0 && action.sa_handler != SIG_DFL)
            sigaddset(&handled, number);
    }
    ::pthread_sigmask(SIG_BLOCK, &handled, &before);
    while (::syscall(SYS_faccessat, AT_FDCWD, awake.c_str(), F_OK) != 0) {
        constexpr timespec moment{0, 20'000'000};
        ::nanosleep(&moment, nullptr);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void comeBy(std::string_view path)
{
    const std::string &folder = hungFolder();
    if (!folder.empty() && path.substr(0, folder.size()) == folder &&
        (path.size() == folder.size() || path[folder.size()] == '/'))
        waitUntilItAnswers();
}

void comeBy(const char *path)
{
    comeBy(std::string_view(path));
}

void comeBy(int descriptor)
{
    if (hungFolder().empty())
        return;
    const int errorBefore = errno;
    std::array<char, 64> link{};
    std::array<char, PATH_MAX> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    const auto size = ::syscall(SYS_readlinkat, AT_FDCWD, link.data(), path.data(), path.size());
    if (size > 0)
        comeBy(std::string_view(path.data(), static_cast<size_t>(size)));
    errno = errorBefore;
}

/// The C library's function with this name.
template <typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

mode_t modeOf(int flags, va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

// The names and parameters are those of the C library.
// NOLINTBEGIN
extern "C" {

#define HUNG_OPEN(name)                                                                                      \
    int name(const char *path, int flags, ...)                                                               \
    {                                                                                                        \
        va_list arguments;                                                                                   \
        va_start(arguments, flags);                                                                          \
        const mode_t mode = modeOf(flags, arguments);                                                        \
        va_end(arguments);                                                                                   \
        comeBy(path);                                                                                        \
        static const auto real = original<int(const char *, int, ...)>(#name);                               \
        return real(path, flags, mode);                                                                      \
    }
HUNG_OPEN(open)
HUNG_OPEN(open64)

#define HUNG_OPENAT(name)                                                                                    \
    int name(int folder, const char *path, int flags, ...)                                                   \
    {                                                                                                        \
        va_list arguments;                                                                                   \
        va_start(arguments, flags);                                                                          \
        const mode_t mode = modeOf(flags, arguments);                                                        \
        va_end(arguments);                                                                                   \
        comeBy(path);                                                                                        \
        static const auto real = original<int(int, const char *, int, ...)>(#name);                          \
        return real(folder, path, flags, mode);                                                              \
    }
HUNG_OPENAT(openat)
HUNG_OPENAT(openat64)

#define HUNG_BY_PATH(result, name, parameters, call, path)                                                   \
    result name parameters                                                                                   \
    {                                                                                                        \
        comeBy(path);                                                                                        \
        static const auto real = original<result parameters>(#name);                                         \
        return real call;                                                                                    \
    }
HUNG_BY_PATH(int, stat, (const char *path, struct stat *about) noexcept, (path, about), path)
HUNG_BY_PATH(int, stat64, (const char *path, struct stat64 *about) noexcept, (path, about), path)
HUNG_BY_PATH(int, lstat, (const char *path, struct stat *about) noexcept, (path, about), path)
HUNG_BY_PATH(int, lstat64, (const char *path, struct stat64 *about) noexcept, (path, about), path)
HUNG_BY_PATH(int, statx,
             (int folder, const char *path, int flags, unsigned mask, struct statx *about) noexcept,
             (folder, path, flags, mask, about), path)
HUNG_BY_PATH(int, access, (const char *path, int mode) noexcept, (path, mode), path)
HUNG_BY_PATH(int, euidaccess, (const char *path, int mode) noexcept, (path, mode), path)
HUNG_BY_PATH(int, eaccess, (const char *path, int mode) noexcept, (path, mode), path)
HUNG_BY_PATH(int, mkdir, (const char *path, mode_t mode) noexcept, (path, mode), path)
HUNG_BY_PATH(int, unlink, (const char *path) noexcept, (path), path)
HUNG_BY_PATH(int, rename, (const char *path, const char *to) noexcept, (path, to), path)
HUNG_BY_PATH(ssize_t, readlink, (const char *path, char *into, size_t size) noexcept, (path, into, size),
             path)
HUNG_BY_PATH(char *, realpath, (const char *path, char *into) noexcept, (path, into), path)

HUNG_BY_PATH(ssize_t, read, (int file, void *into, size_t size), (file, into, size), file)
HUNG_BY_PATH(ssize_t, pread, (int file, void *into, size_t size, off_t at), (file, into, size, at), file)
HUNG_BY_PATH(ssize_t, pread64, (int file, void *into, size_t size, off64_t at), (file, into, size, at), file)
HUNG_BY_PATH(ssize_t, write, (int file, const void *from, size_t size), (file, from, size), file)
HUNG_BY_PATH(ssize_t, pwrite, (int file, const void *from, size_t size, off_t at), (file, from, size, at),
             file)
HUNG_BY_PATH(ssize_t, pwrite64, (int file, const void *from, size_t size, off64_t at), (file, from, size, at),
             file)
HUNG_BY_PATH(int, fsync, (int file), (file), file)
HUNG_BY_PATH(int, fdatasync, (int file), (file), file)
HUNG_BY_PATH(int, fstat, (int file, struct stat *about) noexcept, (file, about), file)
HUNG_BY_PATH(int, fstat64, (int file, struct stat64 *about) noexcept, (file, about), file)

} // extern "C"
// NOLINTEND
