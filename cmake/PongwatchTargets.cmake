# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project has in common, and the two functions that make targets.

# ccache and mold are optional; both only save time.
find_program(PONGWATCH_CCACHE ccache)
if(PONGWATCH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PROJECT_SOURCE_DIR}/cmake/compile_cached" "${PROJECT_SOURCE_DIR}")
endif()
find_program(PONGWATCH_MOLD mold)
if(PONGWATCH_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

option(PONGWATCH_SANITIZE "Sanitizers to build with, as -fsanitize= takes them" "")

# The one place that carries compiler flags. Every target links it.
add_library(pongwatch_flags INTERFACE)
target_compile_features(pongwatch_flags INTERFACE cxx_std_20)
target_compile_options(pongwatch_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<BOOL:${PONGWATCH_WARNINGS_ARE_ERRORS}>:-Werror> -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wcast-qual -Wnull-dereference -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 takes moved-from std::optional and std::variant members for uninitialised or null ones when it optimises.
    target_compile_options(pongwatch_flags INTERFACE -Wno-maybe-uninitialized -Wno-null-dereference)
endif()
if(CMAKE_UNITY_BUILD)
    # Several files are one to the compiler: a local may have the name of another file's helper.
    target_compile_options(pongwatch_flags INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
    # A class of a .cpp file may hold one of its anonymous namespace.
    target_compile_options(pongwatch_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_compile_definitions(pongwatch_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 PONGWATCH_VERSION="${PROJECT_VERSION}")
if(PONGWATCH_SANITIZE)
    target_compile_options(pongwatch_flags INTERFACE -fsanitize=${PONGWATCH_SANITIZE} -fno-omit-frame-pointer -g)
    target_link_options(pongwatch_flags INTERFACE -fsanitize=${PONGWATCH_SANITIZE})
endif()

# pongwatch_add_library(NAME SOURCES … LINKS …): a static library Pongwatch::NAME.
# Files are included by their place under models/ ("engine/monitor.h") or under the root ("widgets/latencychart.h").
function(pongwatch_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(pongwatch_${name} STATIC ${ARG_SOURCES})
    add_library(Pongwatch::${name} ALIAS pongwatch_${name})
    target_include_directories(pongwatch_${name} PUBLIC "${PROJECT_SOURCE_DIR}/models" "${PROJECT_SOURCE_DIR}")
    target_link_libraries(pongwatch_${name} PUBLIC pongwatch_flags ${ARG_LINKS})
endfunction()

# pongwatch_add_test(NAME SOURCES … LINKS … [WINDOW] [TIMEOUT S] [LABELS …]): one QtTest executable, run by ctest.
# WINDOW: runs with the offscreen platform unless a display was chosen by the caller.
function(pongwatch_add_test name)
    cmake_parse_arguments(ARG "WINDOW" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE pongwatch_flags Pongwatch::testsupport Qt6::Test ${ARG_LINKS})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(PONGWATCH_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5") # as much slower as an instrumented program can be
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
    set(environment)
    if(ARG_WINDOW)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    if(PONGWATCH_SANITIZE STREQUAL "thread")
        # Processes are started from threads: between fork and exec nothing of ours runs.
        list(APPEND environment
            "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.suppressions:die_after_fork=0")
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}")
endfunction()

option(PONGWATCH_FUZZ "Build the fuzz targets; needs Clang and PONGWATCH_SANITIZE=fuzzer-no-link,address" OFF)

# pongwatch_add_fuzz_targets(LIBRARY HEADER {NAME READER}...): for each reader, a function of the namespace Pongwatch::TestSupport that
# takes a QByteArray, the program fuzz_NAME that lets libFuzzer at it.
function(pongwatch_add_fuzz_targets library header)
    if(NOT PONGWATCH_FUZZ)
        return()
    endif()
    set(rest ${ARGN})
    while(rest)
        list(POP_FRONT rest name reader)
        add_executable(fuzz_${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzztarget.cpp)
        target_link_libraries(fuzz_${name} PRIVATE pongwatch_flags Pongwatch::${library})
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer,address)
        target_compile_definitions(fuzz_${name} PRIVATE "PONGWATCH_FUZZ_HEADER=\"${header}\""
            "PONGWATCH_FUZZ_READER=Pongwatch::TestSupport::${reader}")
    endwhile()
endfunction()
