// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

namespace Pongwatch
{

/// A file that is written beside its place and takes it as a whole on commit(). Unlike with QSaveFile, the
/// place must be free or have a regular file in it: anything else (a device, a pipe, what a link to one leads
/// to) would be gone, with everything that uses it. Any thread; it may wait for a disk.
class WholeFile : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    /// False, with errorString(): also for a place of another kind.
    bool open(OpenMode mode) override;
};

} // namespace Pongwatch
