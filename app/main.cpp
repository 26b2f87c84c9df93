// SPDX-License-Identifier: GPL-3.0-or-later
// pongwatch: the window, and all sub-commands.
#include "app/commands/commands.h"
#include "app/commands/program.h"

int main(int argc, char **argv)
{
    return Pongwatch::runProgram({"pongwatch", 1, Pongwatch::runWindowCommand}, argc, argv);
}
