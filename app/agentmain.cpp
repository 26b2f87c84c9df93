// SPDX-License-Identifier: GPL-3.0-or-later
// pongwatch-agent: all sub-commands without a window, for machines that have no desktop.
#include "app/commands/commands.h"
#include "app/commands/program.h"

int main(int argc, char **argv)
{
    return Pongwatch::runProgram({"pongwatch-agent", 8, Pongwatch::runAgentAlone}, argc, argv);
}
